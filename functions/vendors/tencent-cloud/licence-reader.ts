import * as z from 'zod/mini'
import { isDay } from '../../../shared/kernel/days.ts'
import type { RegisteredUntil } from '../../certification/company/checker.ts'
import { normaliseCompanyName } from '../../certification/company/company-name.ts'
import { judgeCreditCode, normaliseCreditCode } from '../../certification/company/credit-code.ts'
import {
  type LicenceDoubt,
  type LicenceRead,
  type LicenceReader,
  type LicenceReading,
  pictureHandedOn,
} from '../../certification/company/licence-reader.ts'
import { demandPermit } from '../../consent/permit.ts'
import { rowFor } from '../answer-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { accountOf, type TencentDeps } from './account.ts'
import { licenceErrorCodes, licenceWarnings } from './licence-reader-codes.ts'
import { readTc3Reply, type Tc3Answer, type Tc3Endpoint, tc3Request } from './tc3-exchange.ts'

const VENDOR = 'tencent_cloud'

const CALL = { service: 'ocr', version: '2018-11-19', action: 'BizLicenseOCR' }

/** Of the picture as Base64: the vendor takes no more. What materials keep is far below it, unless a setting says otherwise. */
const MOST_LETTERS = 7 * 1024 * 1024

const text = z._default(z.nullable(z.string()), '')
const answerIn = z.object({
  ...{ RegNum: text, Name: text, Person: text, Period: text, SetDate: text },
  RecognizeWarnCode: z.optional(z.nullable(z.array(z.int()))),
})
type Said = z.infer<typeof answerIn>

const DAY = /(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})/gu

/** The days in a text that there are, as YYYYMMDD: 2016年01月01日, 2016-1-1. */
const daysIn = (written: string): string[] =>
  Array.from(written.matchAll(DAY), ([, year = '', month = '', day = '']) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join(''),
  ).filter(isDay)

/** `…至长期`, or from one day to another; a day alone is one it begins on. */
const untilIn = (period: string): RegisteredUntil | undefined => {
  if (/长期|永久/u.test(period)) return 'open'
  const [, until] = daysIn(period)
  return until
}

/** A code that does not check itself was read wrong, or is the number of a licence of before 2015. */
const codeIn = (written: string): string | undefined => {
  const code = normaliseCreditCode(written)
  return judgeCreditCode(code).verdict === 'wrong' ? undefined : code
}

const licenceIn = ({ RegNum, Name, Person, Period, SetDate }: Said): LicenceRead => {
  const creditCode = codeIn(RegNum ?? '')
  const companyName = normaliseCompanyName(Name ?? '')
  const legalRepresentative = (Person ?? '').replace(/\s/gu, '')
  const [registeredOn] = daysIn(SetDate ?? '')
  const registeredUntil = untilIn(Period ?? '')
  return {
    ...(creditCode && { creditCode }),
    ...(companyName && { companyName }),
    ...(legalRepresentative && { legalRepresentative }),
    ...(registeredOn && { registeredOn }),
    ...(registeredUntil && { registeredUntil }),
  }
}

const isNothing = ({ RegNum, Name, Person }: Said): boolean => !RegNum && !Name && !Person

const judgeSaid = (said: Said): LicenceReading => {
  if (isNothing(said)) return { kind: 'refused', because: 'not_a_licence', billed: 'yes' }
  const codes = said.RecognizeWarnCode ?? []
  const doubts = licenceWarnings.filter(({ code }) => codes.includes(code)).map(({ means }): LicenceDoubt => means)
  // Nobody here knows what it says of the licence.
  if (doubts.length < new Set(codes).size)
    return { kind: 'unavailable', vendorCode: 'unlisted_warning', needsRepair: true, billed: 'yes' }
  return { kind: 'read', licence: licenceIn(said), doubts }
}

const judge = (answer: Tc3Answer): LicenceReading => {
  if (answer.kind === 'not_sent') return { kind: 'unavailable', vendorCode: answer.code, handedOn: 'not_sent' }
  if (answer.kind === 'unknown') return { kind: 'unavailable', vendorCode: answer.code }
  if (answer.kind === 'error') {
    const row = rowFor(licenceErrorCodes, answer.code)
    if (row?.kind === 'refused')
      return { kind: 'refused', because: row.because, billed: row.charged ? 'yes' : 'unknown' }
    return {
      ...{ kind: 'unavailable', vendorCode: answer.code },
      ...(row?.turnedAway && { handedOn: 'not_used' }),
      ...(row?.repair && { needsRepair: true }),
    }
  }
  const read = answerIn.safeParse(answer.response)
  return read.success
    ? judgeSaid(read.data)
    : { kind: 'unavailable', vendorCode: 'unexpected_shape', needsRepair: true }
}

/**
 * Tencent Cloud OCR, BizLicenseOCR, as reader of licences. One signed POST per picture, which goes in the body and by no address; never throws for what
 * the vendor or the network does, and throws without a permit.
 */
export const tencentLicenceReader = (account: Tc3Endpoint, deps: TencentDeps): LicenceReader => ({
  vendor: VENDOR,
  async read(picture, permit) {
    demandPermit(permit, VENDOR, pictureHandedOn)
    const ImageBase64 = Buffer.from(picture).toString('base64')
    if (ImageBase64.length > MOST_LETTERS) return { kind: 'refused', because: 'too_big', billed: 'no' }
    const parameters = { ImageBase64, EnableCopyWarn: true, EnablePeriodComplete: true }
    return judge(readTc3Reply(await deps.outgoing(tc3Request(account, CALL, parameters, deps.clock.now()))))
  },
})

/** The largest answer that is read: what a company may do fills pages. */
const MAX_ANSWER = 128 * 1024

/** Makes the reader from the vendor's secret. */
export const tencentLicenceReaderFrom = fromSecret(accountOf, tencentLicenceReader, MAX_ANSWER)
