import { texts } from '../../shared/texts/texts.ts'

type Words = Readonly<Record<string, string>>

/** Why a check of a card proved nothing, and what may help. */
export const reasonTexts = texts<Words>({}, {})
