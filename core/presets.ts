/** Services that a practice of a kind usually has, with planned minutes: a start, to be changed at once. */
import type { Service } from './clinic.ts'
import type { PracticeProfile } from './settings.ts'

export type Preset = Pick<Service, 'id' | 'name' | 'minutes'>

export const presets: Readonly<Record<PracticeProfile, readonly Preset[]>> = {
  aesthetic: [
    { id: 'consultation', name: 'Consultation', minutes: 30 },
    { id: 'injectables', name: 'Injectables', minutes: 30 },
    { id: 'laser', name: 'Laser', minutes: 45 },
    { id: 'peel', name: 'Chemical peel', minutes: 40 },
    { id: 'microneedling', name: 'Microneedling', minutes: 45 },
    { id: 'light', name: 'Light therapy', minutes: 20 },
    { id: 'follow-up', name: 'Follow-up', minutes: 15 },
  ],
  medical: [
    { id: 'consultation', name: 'Consultation', minutes: 15 },
    { id: 'acute', name: 'Acute visit', minutes: 10 },
    { id: 'check-up', name: 'Check-up', minutes: 20 },
    { id: 'blood', name: 'Blood sample', minutes: 5 },
    { id: 'vaccination', name: 'Vaccination', minutes: 10 },
    { id: 'dressing', name: 'Wound care', minutes: 15 },
    { id: 'prescription', name: 'Prescription or form', minutes: 5 },
  ],
}
