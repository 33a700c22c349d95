import { createHash } from 'node:crypto'
import type { Language } from '../../shared/kernel/language.ts'
import { type Notice, textHash } from './consent.ts'
import type { NoticeWords, Processor } from './notice-text.ts'

/** Of the hash, enough that no two texts of a deployment share it by accident. */
const FINGERPRINT = 8

/** The texts that have their label alone for a version: those of the sandbox as it comes, so that examples can name it. */
const plain: Readonly<Record<string, string>> = {
  '2026-12': '2068afd4',
  'face-2026-11': 'fcb2a494',
  'card-2026-12': '1fd682c6',
  'document-2026-12': '6edb326c',
}

const fingerprintOf = ({ zh, en }: Notice['texts']): string =>
  createHash('sha256')
    .update(`${textHash(zh)}${textHash(en)}`)
    .digest('hex')
    .slice(0, FINGERPRINT)

/** What a notice is made of: its label, the deployer's own texts where there are any, and who is named in it. */
type Parts = {
  label: string
  own: Record<Language, string>
  platform: Processor
  vendors: readonly string[]
  /** Who may be asked later whether the number was given to somebody else. */
  recheckers?: readonly string[]
}

/**
 * The notice of these parts. Its version is their label with a fingerprint of the texts, so that no text can change under a version
 * somebody agreed to: whoever changes a word, or who is named in it, among them who may be handed the data, is asking anew.
 */
export const noticeOf = (words: NoticeWords, { label, own, platform, vendors, recheckers = [] }: Parts): Notice => {
  const textIn = (language: Language) => words(language, own[language], platform, vendors, recheckers)
  const texts = { zh: textIn('zh'), en: textIn('en') }
  const fingerprint = fingerprintOf(texts)
  const version = plain[label] === fingerprint ? label : `${label}-${fingerprint}`
  return { version, texts, ...(recheckers.length > 0 && { recheckers }) }
}
