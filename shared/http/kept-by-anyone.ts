import type { Language } from '../kernel/language.ts'
import { type Millis, SECOND } from '../kernel/time.ts'

/** Headers of an answer that is the same for everybody who wants that language, and may be kept for so long by whoever passes it on. */
export const keptByAnyone = (language: Language, life: Millis): Record<string, string> => ({
  'cache-control': `public, max-age=${Math.floor(life / SECOND)}`,
  'content-language': language,
  vary: 'accept-language',
})
