import { hasRight, personRoles, type Right } from '../../../functions/operators/rights.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { roleWords } from './texts.ts'

/** The roles of persons that may do something, as a sentence names them. */
export const whoMay = (right: Right, language: Language): string =>
  personRoles
    .filter((role) => hasRight(role, right))
    .map((role) => roleWords[language][role])
    .join(language === 'zh' ? '、' : ', ')
