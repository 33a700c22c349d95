import { idNumberGroups } from '../../shared/shown/digits.ts'

/** As many signs as the eye takes in at once. */
const GROUP = 4
/** Numbers of this length are printed with region, day of birth and the rest. */
const RESIDENT = 18

const PARTS = /^([A-Z]*)(.*)$/

/**
 * A number of a document in groups that can be held against print: those of 18 signs by region, birth and the rest, others with their letters
 * apart and then by four. Joined, they are the number.
 */
export const numberGroups = (number: string): readonly string[] => {
  if (number.length === RESIDENT) return idNumberGroups(number).split(' ')
  const [, letters = '', rest = ''] = PARTS.exec(number) ?? []
  return [letters, ...(rest.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [])].filter((group) => group !== '')
}
