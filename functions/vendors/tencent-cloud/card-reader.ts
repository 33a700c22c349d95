import { demandPermit } from '../../consent/permit.ts'
import {
  type CardSide,
  itemsHandedOn,
  type Reading,
  type Recogniser,
  type Recognition,
} from '../../documents/recogniser.ts'
import { fieldsIn } from '../../documents/recognition/card-fields.ts'
import {
  backJudged,
  frontJudged,
  type Judgement,
  refused,
  type Worse,
} from '../../documents/recognition/card-judgement.ts'
import { validityIn, writtenDay } from '../../documents/recognition/dates.ts'
import { numberIn } from '../../documents/recognition/id-numbers.ts'
import type { TencentCardAction } from '../../documents/settings.ts'
import { rowFor } from '../answer-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { type AccountParts, accountOf, type TencentDeps } from './account.ts'
import { actions, type CardSaid } from './card-answers.ts'
import { errorCodes, type WarningRow, warningCodes } from './card-reader-codes.ts'
import { readTc3Reply, type Tc3Answer, type Tc3Endpoint, tc3Request } from './tc3-exchange.ts'

/** `action`: which of the vendor's two readers the account has bought. */
export type CardReaderConfig = Tc3Endpoint & { action: TencentCardAction }

const VENDOR = 'tencent_cloud'

const OCR = { service: 'ocr', version: '2018-11-19' }

/** Of the picture as Base64: the vendor takes no more. What materials keep is far below it, unless a setting says otherwise. */
const MOST_LETTERS = 10 * 1024 * 1024

const failed = (code: string): Recognition => {
  const row = rowFor(errorCodes, code)
  if (row?.kind === 'refused') return refused(row.because)
  return {
    kind: 'unavailable',
    vendorCode: code,
    ...(row?.turnedAway && { handedOn: 'not_used' }),
    ...(row?.repair && { needsRepair: true }),
  }
}

type Card = Extract<CardSaid, { kind: 'card' }>

const shows = (side: CardSide, { texts }: Card): boolean =>
  side === 'front' ? texts.name !== '' || texts.idNumber !== '' : texts.authority !== '' || texts.validity !== ''

const otherSide: Readonly<Record<CardSide, CardSide>> = { front: 'back', back: 'front' }

const judgeSide = ({ side, now }: Reading, { texts }: Card, worse: Worse): Judgement => {
  if (side === 'back') return backJudged(validityIn(texts.validity), texts.authority, { now, worse })
  const { name, sex, nation, birth, address, idNumber } = texts
  return frontJudged(
    numberIn([idNumber], now),
    fieldsIn({ name, sex, nation, birth: writtenDay(birth), address }),
    worse,
  )
}

/** What the vendor read and warned of, judged as the house judges what it reads itself. */
const judged = (reading: Reading, card: Card): Recognition => {
  const rows = warningCodes.filter(({ code }) => card.warnings.includes(code))
  if (rows.length < new Set(card.warnings).size)
    return { kind: 'unavailable', vendorCode: 'unlisted_warning', needsRepair: true }
  const warned = (...counts: WarningRow['counts'][]) => rows.find((row) => counts.includes(row.counts))?.because
  const { side } = reading
  if (!shows(side, card) && shows(otherSide[side], card)) return refused('wrong_side')
  const spoiled = warned('always')
  if (spoiled) return refused(spoiled)
  const worse: Worse = (because) => refused(warned('unread') ?? because)
  if (!shows(side, card)) return worse('not_a_card')
  const came = judgeSide(reading, card, worse)
  const doubted = came.kind === 'read' && warned('read')
  return doubted ? refused(doubted) : came
}

const judge = (reading: Reading, action: TencentCardAction, answer: Tc3Answer): Recognition => {
  if (answer.kind === 'not_sent') return { kind: 'unavailable', vendorCode: answer.code, handedOn: 'not_sent' }
  if (answer.kind === 'unknown') return { kind: 'unavailable', vendorCode: answer.code }
  if (answer.kind === 'error') return failed(answer.code)
  const said = actions[action].said(answer.response)
  if (!said) return { kind: 'unavailable', vendorCode: 'unexpected_shape', needsRepair: true }
  return said.kind === 'other_kind' ? refused('wrong_card_kind') : judged(reading, said)
}

/**
 * Tencent Cloud OCR as reader of cards. One signed POST per picture, which goes in the body and by no address; never throws for what the vendor or
 * the network does, and throws without a permit.
 */
export const tencentCardReader = ({ action, ...account }: CardReaderConfig, deps: TencentDeps): Recogniser => ({
  recipient: VENDOR,
  async read(reading) {
    if (!reading.permit) throw new Error('no permit to send a picture')
    demandPermit(reading.permit, VENDOR, itemsHandedOn)
    const ImageBase64 = Buffer.from(reading.picture).toString('base64')
    if (ImageBase64.length > MOST_LETTERS)
      return { kind: 'unavailable', vendorCode: 'picture_too_big', handedOn: 'not_sent', needsRepair: true }
    const parameters = { ImageBase64, ...actions[action].asked }
    const request = tc3Request(account, { ...OCR, action }, parameters, deps.clock.now())
    return judge(reading, action, readTc3Reply(await deps.outgoing(request)))
  },
})

/** The largest answer that is read: without pictures it is far below it. */
const MAX_ANSWER = 64 * 1024

/** Makes the reader from the vendor's secret. */
export const tencentCardReaderFrom = ({ action, ...parts }: AccountParts & { action: TencentCardAction }) =>
  fromSecret(
    accountOf,
    (account: Tc3Endpoint, deps: TencentDeps) => tencentCardReader({ ...account, action }, deps),
    MAX_ANSWER,
  )(parts)
