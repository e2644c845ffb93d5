/** The part of the contract that managers set the clinic up with. */

import { holidayRegion } from './calendar.ts'
import { type Operation, type Role, roles } from './operation.ts'
import { keyParameter, match } from './queue-operations.ts'
import {
  brandBody,
  calendarAnswer,
  calendarBody,
  holidayList,
  holidayYear,
  regionList,
  settingsBody,
  settingsChange,
  shownSettingsBody,
} from './settings-contract.ts'

const readers = roles.filter((role) => role !== 'screen') satisfies readonly Role[]
const managers = ['manager', 'administrator'] as const satisfies readonly Role[]

export const settingsOperations = {
  settings: {
    method: 'get',
    path: '/api/settings',
    summary:
      'What the clinic has decided: profile, languages, zone, waiting times, sound, privacy, TV. Of the calendar that is read, only that there is one: its address is a key to all appointments',
    roles: readers,
    answer: shownSettingsBody,
  },
  wholeSettings: {
    method: 'get',
    path: '/api/settings/whole',
    summary: 'The settings with the address of the calendar, for whoever may change them',
    roles: managers,
    answer: settingsBody,
  },
  putSettings: {
    method: 'put',
    path: '/api/settings',
    summary:
      'Changes the settings, as a whole: what is left out is as on the first day, but `appointments: {hasFeed: true}` keeps the address of the calendar. 409 `times-not-earned` when waiting times are to stand on the TV before they have earned it',
    roles: managers,
    parameters: [keyParameter, match],
    body: settingsChange,
    answer: settingsBody,
  },
  calendar: {
    method: 'get',
    path: '/api/calendar',
    summary: 'Opening hours, closed days, lunch, absences and ticked holidays; what in it does not fit together',
    roles: readers,
    answer: calendarAnswer,
  },
  putCalendar: {
    method: 'put',
    path: '/api/calendar',
    summary: 'Changes the calendar, as a whole. 409 `contradiction` when a part of it means nothing',
    roles: managers,
    parameters: [keyParameter, match],
    body: calendarBody,
    answer: calendarAnswer,
  },
  holidayRegions: {
    method: 'get',
    path: '/api/holidays/regions',
    summary: 'Countries whose public holidays are known; with `country`, its states or cities that differ',
    roles: readers,
    parameters: [
      { in: 'query', name: 'country', schema: holidayRegion.optional(), description: 'ISO 3166, such as DE' },
    ],
    answer: regionList,
  },
  holidays: {
    method: 'get',
    path: '/api/holidays',
    summary: 'The public holidays of a region in a year, from tables that came with Anteroom',
    roles: readers,
    parameters: [
      { in: 'query', name: 'region', schema: holidayRegion, description: 'such as DE-BY' },
      { in: 'query', name: 'year', schema: holidayYear, description: '2000 to 2100' },
    ],
    answer: holidayList,
  },
  brand: {
    method: 'get',
    path: '/api/brand',
    summary: 'Name and colours in force, from `content/brand.yaml`',
    roles,
    answer: brandBody,
  },
  putBrand: {
    method: 'put',
    path: '/api/brand',
    summary: 'Writes name and colours into `content/brand.yaml`; its comments stay',
    roles: managers,
    parameters: [keyParameter, match],
    body: brandBody,
    answer: brandBody,
  },
} as const satisfies Record<string, Operation>
