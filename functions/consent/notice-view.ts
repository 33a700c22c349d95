import * as z from 'zod/mini'
import { type Language, languages } from '../../shared/kernel/language.ts'
import { type Notice, textHash } from './consent.ts'

/** A notice in one language. */
export const noticeShown = z.strictObject({
  version: z.string(),
  language: z.enum(languages),
  title: z.string(),
  text: z.string(),
  /** Of title and text with a line feed between them, in UTF-8; stored with every consent. */
  sha256: z.string(),
})

/** As it is shown in that language. */
export const showNotice = ({ version, texts }: Notice, language: Language): z.infer<typeof noticeShown> => {
  const text = texts[language]
  return { version, language, ...text, sha256: textHash(text) }
}
