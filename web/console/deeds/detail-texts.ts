import type { OwnReason } from '../../../functions/audit/own-reasons.ts'
import { certificateReasonWords } from '../../../functions/certificates/telling/words.ts'
import { helpWords } from '../../../functions/review/help/help-words.ts'
import type { Bilingual } from '../../../functions/review/words.ts'
import { askWords, kindNames, refusalReasons } from '../../../functions/verification/papers/words.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { texts } from '../../shared/texts/texts.ts'

/** From where somebody signed in, or tried to. */
export const triedFromWords = texts(
  { known_device: '用过的设备', new_device: '新设备', session: '登录之后' },
  { known_device: 'a device they had used', new_device: 'a new device', session: 'inside a session' },
)

/** What was searched by, and whether anybody was found. */
export const searchedWords = texts(
  {
    phone_hit: '手机号，找到了账号',
    phone_miss: '手机号，没有找到人',
    id_number_hit: '证件号码，找到了账号',
    id_number_miss: '证件号码，没有找到人',
  },
  {
    phone_hit: 'a mobile number: somebody was found',
    phone_miss: 'a mobile number: nobody was found',
    id_number_hit: 'an ID number: somebody was found',
    id_number_miss: 'an ID number: nobody was found',
  },
)

/** Why a deed is on record of which nobody is asked for a reason, by the words it is kept in. */
export const ownReasonWords = texts<Record<OwnReason, string>>(
  {
    'exact number': '按完整的号码',
    'by password and code': '用密码和动态验证码',
    'as many wrong tries at password or code as an hour has': '密码或验证码一小时内试错达到上限',
    'by whoever has the link': '由拿到链接的人',
    'by the link that was given for it': '用发给本人的链接',
    'invited from the command line': '由命令行邀请',
  },
  {
    'exact number': 'by an exact number',
    'by password and code': 'by password and code',
    'as many wrong tries at password or code as an hour has': 'as many wrong tries at password or code as an hour has',
    'by whoever has the link': 'by whoever has the link',
    'by the link that was given for it': 'by the link that was given for it',
    'invited from the command line': 'invited from the command line',
  },
)

/** Which dead letters were sent again. */
export const letterTexts = texts(
  { all: '全部死信', some: (count: string) => `${count} 条死信` },
  { all: 'all of them', some: (count: string) => `${count} of them` },
)

const ofCases: Readonly<Record<string, Bilingual>> = {
  help: helpWords.name,
  ...kindNames,
  approved: { zh: '通过', en: 'approved' },
  refused: { zh: '不通过', en: 'refused' },
  answered: { zh: '已答复', en: 'answered' },
  ...refusalReasons,
  ...helpWords.asks,
  ...askWords,
}
const ofMoves = (language: Language) =>
  Object.fromEntries(Object.entries(certificateReasonWords).map(([reason, said]) => [reason, said[language]]))

/** Why a certificate was suspended, revoked or reinstated. */
export const certificateReasonTexts = texts(ofMoves('zh'), ofMoves('en'))

const inOne = (language: Language) =>
  Object.fromEntries(Object.entries(ofCases).map(([word, said]) => [word, said[language]]))

/** Which kind of case, what was decided or asked for, and why. */
export const reviewDetailWords = texts(inOne('zh'), inOne('en'))
