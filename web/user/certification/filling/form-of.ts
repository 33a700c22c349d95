import type { Application, PreCheck } from 'shiming-client'
import type { Language } from '../../../../shared/kernel/language.ts'
import { beijingDay } from '../../../../shared/kernel/time.ts'
import type { Checks, Refused } from '../../../shared/controls/form.ts'
import { serviceClock } from '../../../shared/shown/clock.ts'
import { isBusy, type PictureState } from '../../pictures/picture.ts'
import { pictureWrong } from '../../pictures/texts.ts'
import { faultText } from './faults.tsx'
import { saidDays, type TypedDays, typedDaysOf } from './paper-days.ts'
import { type Held, kindIn, type Place, places } from './places.ts'
import { fillingTexts } from './texts.ts'
import type { Filling } from './use-saving.ts'

/** Code points of an administrator's own words. */
const LONGEST_SAID = 1000

/** What is filled in; of the pictures, which go by themselves, only that something was done with one. */
export type Filled = { applicant: string; certifiedName: string; said: string } & TypedDays & Record<Place, string>

/** As the application has it. */
export const filledOf = (of: Application): Filled => ({
  ...(Object.fromEntries(places.map((place) => [place, ''])) as Record<Place, string>),
  ...{ applicant: of.applicant, certifiedName: of.names.to, said: of.said ?? '' },
  ...typedDaysOf(of),
})

/** What the service is to keep of it: what cannot be kept as it stands is left as it was. */
export const fillingOf = ({ applicant, certifiedName, said, ...days }: Filled, held: readonly Held[]): Filling => ({
  ...{ applicant, materials: held.map(({ id }) => id), papers: saidDays(days) },
  ...(certifiedName.trim() !== '' && { certifiedName }),
  ...([...said.trim()].length <= LONGEST_SAID && { said: said.trim() === '' ? null : said }),
})

/** What can be told of it without the service. */
export const filledChecks = (language: Language, stateOf: (place: Place) => PictureState): Checks<Filled> => {
  const texts = fillingTexts[language]
  const pictures = places.map((place) => [
    place,
    () => {
      const state = stateOf(place)
      const isUnclear = isBusy(state) || state.is === 'refused' || state.is === 'failed'
      return isUnclear ? pictureWrong(kindIn[place], state, { isNeeded: false, language }) : undefined
    },
  ])
  return {
    ...(Object.fromEntries(pictures) as Checks<Filled>),
    applicant: (chosen) => (chosen === '' ? texts.applicantMissing : undefined),
    certifiedName: (typed) => (typed.trim() === '' ? texts.nameMissing : undefined),
    authorisation_letterDay: (day) =>
      day.replaceAll('-', '') > beijingDay(serviceClock.now()) ? texts.dayAhead : undefined,
    said: (typed) => ([...typed.trim()].length > LONGEST_SAID ? texts.saidLong : undefined),
  }
}

/** Where a fault is to be mended: a picture at its place, and one that is missing at the first of its kind. */
const placeOf = ({ pointer, right }: PreCheck['faults'][number], held: readonly Held[]): string => {
  if (pointer.startsWith('/papers')) return right[0] === 'identity' ? '/applicant' : `/${right[0] ?? 'papers'}Day`
  if (!pointer.startsWith('/materials')) return pointer
  const at = pointer.split('/')[2]
  const place = at === undefined ? places.find((one) => kindIn[one] === right[0]) : held[Number(at)]?.place
  return `/${place ?? 'materials'}`
}

/** What the free look found, at the fields of the form. */
export const refusedBy = (found: PreCheck, held: readonly Held[], language: Language): Refused => ({
  errors: found.faults.map((fault) => ({ pointer: placeOf(fault, held), detail: faultText(fault, language) })),
  text: fillingTexts[language].wrongNow,
})
