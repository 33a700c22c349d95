import type { Unreadable } from '../documents/unreadable.ts'
import { isCreditCode } from './credit-code.ts'
import type { LicenceSight, LicenceTexts, Unseen } from './tencent-cloud/ocr/sight.ts'

/** Reads all texts of a picture, or says why it cannot. */
type ReadTexts = (picture: Uint8Array) => Promise<readonly string[] | Unreadable>

/** What a licence writes before each of its values; of a sole trader it names the trader. */
const labels: Readonly<Record<Exclude<keyof LicenceTexts, 'creditCode'>, RegExp>> = {
  name: /^名称[:：]?(.+)$/u,
  person: /^(?:法定代表人|经营者|负责人|执行事务合伙人)[:：]?(.+)$/u,
  setOn: /^成立日期[:：]?(.+)$/u,
  period: /^营业期限[:：]?(.+)$/u,
}

const CODE = /(?:^|[^0-9A-Z])([0-9A-HJ-NP-RTUW-Y]{18})$/u

const valueIn = (lines: readonly string[], label: RegExp): string =>
  lines.map((line) => label.exec(line)?.[1]).find((value) => value !== undefined) ?? ''

/** By which of its words a stand-in says why nothing can be read; of a licence most reasons of cards mean that it is none. */
const unseen: Readonly<Partial<Record<Unreadable, Unseen>>> = {
  ...{ decode_failed: 'no_picture', wrong_format: 'no_picture', too_big: 'no_picture' },
  ...{ blurred: 'blurred', too_dark: 'blurred', glare: 'glaring' },
}

/**
 * Sees licences with the eyes of the house, so that a stand-in answers by what picture it gets: a value stands behind its label, in one line. Eyes are no
 * adapter: they know no vendor's words.
 */
export const licenceSightBy =
  (readTexts: ReadTexts): LicenceSight =>
  async (picture) => {
    const read = await readTexts(picture)
    if (typeof read === 'string') return { kind: 'unseen', because: unseen[read] ?? 'no_card' }
    const lines = read.map((line) => line.replace(/\s/gu, ''))
    const creditCode =
      lines.map((line) => CODE.exec(line)?.[1]).find((code) => code !== undefined && isCreditCode(code)) ?? ''
    const texts = Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, valueIn(lines, label)]))
    const licence = { creditCode, ...(texts as Omit<LicenceTexts, 'creditCode'>) }
    return creditCode === '' && licence.name === ''
      ? { kind: 'unseen', because: 'no_card' }
      : { kind: 'licence', ...licence }
  }
