import { readTypedCode, SIX_DIGITS } from '../../../functions/account/codes/typed-code.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { codeTexts } from './texts.ts'

/** What can be told of a typed code without the service; undefined where it has the form of one. */
export const codeProblem = (typed: string, language: Language): string | undefined =>
  SIX_DIGITS.test(readTypedCode(typed)) ? undefined : codeTexts[language].wrong
