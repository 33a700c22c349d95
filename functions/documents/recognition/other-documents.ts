import type { Row, TextLine } from './text-lines.ts'

/** Words of documents that people take for the one that is asked for, where nothing of that one is there. */
const WORDS = /护照|PASSPORT|驾驶证|行驶证|社会保障|社保卡|户口|通行证|银行|UnionPay|银联|居留/u

/**
 * Titles of other documents, some of which bear the labels of a card. Only such as stand in no address and on no card: 通行证号码 and 签发次数 stand on
 * residence permits, 居民居住证 is their title, and people live in the 社会保障局宿舍 and in a 集体户口.
 */
const TITLES =
  /往来(港澳|台湾|大陆|内地)|来往(港澳|台湾|大陆|内地)|(大陆|内地|港澳|台湾|出入境|边境管理区?)通行证(?!号)|机动车(驾驶|行驶)证|临时居民身份证|临时身份证|社会保障卡|居民户口簿|永久居留|(省|市|区|县)居住证|军官证|士兵证|警官证|残疾人证|出生医学证明|营业执照|DRIVING ?LICEN[CS]E|PERMANENT RESIDENT|EXIT-?ENTRY PERMIT|TRAVEL PERMIT/iu

/** The same where they are all that stands there, and what begins a field that no card has. */
const WHOLE =
  /^((中华人民共和国)?(护照|通行证|驾驶证|行驶证|居住证)|护照\/?PASSPORT|PASSPORT(护照)?|(准驾车型|初次领证|国籍|签发地点|护照号|持证人|社会保障号码|档案编号|户主|与户主).*)$/iu

/** 0 to 1; below it characters are guesses. */
const LEGIBLE = 0.8

export const legible = <T extends Pick<TextLine, 'confidence'>>(of: readonly T[]): T[] =>
  of.filter(({ confidence }) => confidence >= LEGIBLE)

const plain = (text: string): string => text.replace(/\s/gu, '')

/** Whether a picture that bears no labels of a card says that it is of another document. */
export const namesAnother = (lines: readonly TextLine[]): boolean => legible(lines).some(({ text }) => WORDS.test(text))

/** Whether a picture says that it is of another document, whatever labels it bears: in a piece of text, or in pieces side by side. */
export const isAnother = (rows: readonly Row[]): boolean =>
  rows.some((row) => {
    const texts = legible(row).map(({ text }) => text)
    return [...texts, texts.join('')].some(
      (text) => TITLES.test(text) || TITLES.test(plain(text)) || WHOLE.test(plain(text)),
    )
  })
