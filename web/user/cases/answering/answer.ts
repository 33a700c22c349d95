import { ShimingProblem } from 'shiming-client'
import type { Language } from '../../../../shared/kernel/language.ts'
import type { Checks, Refused } from '../../../shared/controls/form.ts'
import { refusedIn } from '../../../shared/state/failure.ts'
import type { PictureKind, PictureState } from '../../pictures/picture.ts'
import { pictureWrong, saidOf } from '../../pictures/texts.ts'
import { type Case, isTooLong } from '../case.ts'
import { caseTexts } from '../texts.ts'

/** What was asked, with what answers it. */
export type Asked = Case['asked'][number]

/**
 * What an answer holds: words; that the pictures cannot be handed in, which takes words then; and of each picture that something was done
 * with it.
 */
export type AnswerDraft = { text: string; cannot: boolean } & Partial<Record<PictureKind, string>>

/** One before anything was done, in the order of the page. */
export const answerDraft = (kinds: readonly PictureKind[]): AnswerDraft => ({
  ...Object.fromEntries(kinds.map((kind) => [kind, ''])),
  ...{ cannot: false, text: '' },
})

/** Whether it needs words; beside the pictures that were asked for they are welcome and no more. */
export const needsWords = (
  { pictures, needsWords: isAsked }: Pick<Asked, 'pictures' | 'needsWords'>,
  cannot: boolean,
): boolean => isAsked || cannot || pictures.length === 0

/** Everything that can be told of it without the service. */
export const answerChecks = (
  asked: Pick<Asked, 'pictures' | 'needsWords'>,
  stateOf: (kind: PictureKind) => PictureState,
  language: Language,
): Checks<AnswerDraft> => {
  const texts = caseTexts[language]
  const pictures = asked.pictures.map((kind) => [
    kind,
    (_deed: string, { cannot }: AnswerDraft) => pictureWrong(kind, stateOf(kind), { isNeeded: !cannot, language }),
  ])
  return {
    ...Object.fromEntries(pictures),
    text: (text, { cannot }) => {
      if (isTooLong(text)) return texts.wordsWrong
      if (text.trim() !== '' || !needsWords(asked, cannot)) return undefined
      return cannot ? texts.cannotWhy : texts.wordsWrong
    },
  }
}

/** Which picture an error is about, of those that were sent in that order. */
const kindAt = (pointer: string, sent: readonly PictureKind[]): PictureKind | undefined =>
  sent[Number(/^\/materials\/(\d+)$/.exec(pointer)?.[1] ?? Number.NaN)]

/** Pictures that were sent in that order, and that the service cannot take. */
export const unusableIn = (error: unknown, sent: readonly PictureKind[]): PictureKind[] =>
  error instanceof ShimingProblem
    ? error.errors.flatMap(({ pointer, code }) => (code === 'material_unusable' ? (kindAt(pointer, sent) ?? []) : []))
    : []

/** Why the service refused, each picture by its name. */
export const refusedAnswer = (
  error: unknown,
  sent: readonly PictureKind[],
  language: Language,
): Refused | undefined => {
  const told = refusedIn(error, language)
  return (
    told && {
      ...told,
      errors: told.errors.map(({ pointer, detail }) => {
        const kind = kindAt(pointer, sent)
        return kind ? { pointer: `/${kind}`, detail: saidOf(kind, detail, language) } : { pointer, detail }
      }),
    }
  )
}
