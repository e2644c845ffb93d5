/** The tables of public holidays with all that reads them, built into a file of their own. */
export { default } from 'date-holidays'
