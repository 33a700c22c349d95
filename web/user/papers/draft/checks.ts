import type { Check, Checks } from '../../../shared/controls/form.ts'
import { consentTexts } from '../../consent/texts.ts'
import type { PictureKind } from '../../pictures/picture.ts'
import { pictureWrong } from '../../pictures/texts.ts'
import { papersTexts } from '../texts.ts'
import type { Draft } from './draft-form.ts'
import type { Judging } from './judging.ts'
import { dataChecks, guardianChecks } from './typed-checks.ts'

/** Code points of what somebody may say besides. */
const LONGEST_SAID = 500

const pictureChecks = ({ kinds, wanted, pictureState, language }: Judging): Checks<Draft> => {
  const checkOf = (kind: PictureKind) => (_deed: string, values: Draft) => {
    const { needs, takes } = wanted(values)
    if (![...needs, ...takes].includes(kind)) return undefined
    return pictureWrong(kind, pictureState(kind), { isNeeded: needs.includes(kind), language })
  }
  return Object.fromEntries(kinds.map((kind) => [kind, checkOf(kind)]))
}

const sendChecks = ({ agreedTo, language }: Judging): Checks<Draft> => {
  const texts = papersTexts[language]
  return {
    said: (said) => ([...said.trim()].length > LONGEST_SAID ? texts.saidTooLong : undefined),
    agreedTo: (now) => (now === agreedTo ? undefined : consentTexts[language].missing),
  }
}

/** The steps, in their order. */
export const papersSteps = ['document', 'data', 'pictures', 'send'] as const
export type PapersStep = (typeof papersSteps)[number]

/** Everything that can be told of each step without the service, by its own rules. */
export const checksOf = (judging: Judging): Readonly<Record<PapersStep, Checks<Draft>>> => ({
  document: {
    document: (document) =>
      judging.documents.includes(document) ? undefined : papersTexts[judging.language].documentMissing,
  },
  data: { ...dataChecks(judging), ...guardianChecks(judging) },
  pictures: pictureChecks(judging),
  send: sendChecks(judging),
})

/** Those of each step up to the one that is shown when they are asked: what comes later is not judged yet. */
export const checksUpTo = (
  checks: Readonly<Record<PapersStep, Checks<Draft>>>,
  shown: () => PapersStep,
): Checks<Draft> => {
  const isDue = (step: PapersStep): boolean => papersSteps.indexOf(step) <= papersSteps.indexOf(shown())
  const due = papersSteps.flatMap((step) =>
    Object.entries(checks[step] as Record<string, Check<Draft, keyof Draft>>).map(
      ([name, check]): [string, Check<Draft, keyof Draft>] => [
        name,
        (value, all) => (isDue(step) ? check(value, all) : undefined),
      ],
    ),
  )
  return Object.fromEntries(due)
}
