import { createHash } from 'node:crypto'
import type { Language } from '../../shared/kernel/language.ts'
import { type Notice, textHash } from './consent.ts'
import { noticeText, type Processor } from './notice-text.ts'
import type { ConsentSettings } from './settings.ts'

/** Of the hash, enough that no two texts of a deployment share it by accident. */
const FINGERPRINT = 8

/** The texts that have their label alone for a version: those of the sandbox as it comes, so that examples can name it. */
const plain: Readonly<Record<string, string>> = { '2026-11': '1d1fb2cb' }

const fingerprintOf = ({ zh, en }: Notice['texts']): string =>
  createHash('sha256')
    .update(`${textHash(zh)}${textHash(en)}`)
    .digest('hex')
    .slice(0, FINGERPRINT)

/**
 * The notice of these settings. Its version is their label with a fingerprint of the texts, so that no text can change under a version
 * somebody agreed to: whoever changes a word, or who is named in it, among them who may be handed the data, is asking anew.
 */
export const noticeInForce = (
  settings: ConsentSettings & { platform: Processor; identity: { vendors: readonly string[] } },
): Notice => {
  const { consentNotice: label, consentText: own, platform, identity } = settings
  const textIn = (language: Language) => noticeText(language, own[language], platform, identity.vendors)
  const texts = { zh: textIn('zh'), en: textIn('en') }
  const fingerprint = fingerprintOf(texts)
  return { version: plain[label] === fingerprint ? label : `${label}-${fingerprint}`, texts }
}
