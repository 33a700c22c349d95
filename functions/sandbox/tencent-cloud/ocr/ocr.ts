import * as z from 'zod/mini'
import type { TencentCloudSandbox } from '../../sandbox.ts'
import { recordCall } from '../../vendor-calls.ts'
import type { TencentEffect } from '../faults.ts'
import { readParameters } from '../parameters.ts'
import { failed, type TencentReply } from '../reply.ts'
import { type ErrorName, errors, isCharged } from './errors.ts'
import { basicSaid, thoroughSaid } from './said.ts'
import type { CardShown, Unseen } from './sight.ts'
import type { WarningName } from './warnings.ts'

const flag = z.optional(z.boolean())
const picture = { ImageBase64: z.optional(z.string()), ImageUrl: z.optional(z.string()) }

const basic = z.strictObject({
  ...picture,
  CardSide: z.optional(z.enum(['FRONT', 'BACK'])),
  Config: z.optional(z.string()),
  EnableRecognitionRectify: flag,
  EnableReflectDetail: flag,
  CardWarnType: z.optional(z.enum(['Basic', 'Advanced'])),
})

const thorough = z.strictObject({
  ...picture,
  CardType: z.optional(z.int().check(z.minimum(0), z.maximum(12))),
  ...{ EnablePortrait: flag, EnableCropImage: flag, EnableBorderCheck: flag, EnableOcclusionCheck: flag },
  ...{ EnableCopyCheck: flag, EnableReshootCheck: flag, EnablePSCheck: flag, EnableWordCheck: flag },
  ...{ EnableQualityCheck: flag, EnableElectronCheck: flag },
})

type Asked = { ImageBase64?: string | undefined; ImageUrl?: string | undefined }

export const refusedWith = (name: ErrorName): TencentReply => {
  const [code, message] = errors[name]
  return failed(code, message)
}

const MOST_LETTERS = 10 * 1024 * 1024
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/u

/** The picture that was sent. Of an address it would use that alone, and this one fetches nothing. */
export const pictureIn = (
  { ImageBase64: letters = '', ImageUrl }: Asked,
  most = MOST_LETTERS,
): Buffer | TencentReply => {
  if (ImageUrl !== undefined) return refusedWith('download')
  if (letters === '') return refusedWith('empty_image')
  if (letters.length > most) return refusedWith('file_too_large')
  return BASE64.test(letters) ? Buffer.from(letters, 'base64') : refusedWith('decode_failed')
}

/** What is said as an error, where a picture shows nothing that could be said otherwise. */
const unseenErrors: Readonly<Partial<Record<Unseen, ErrorName>>> = {
  no_picture: 'decode_failed',
  no_card: 'no_id_card',
  other_card: 'other_card',
  wrong_number: 'card_illegal',
}

const unseenWarnings: Readonly<Partial<Record<Unseen, WarningName>>> = {
  blurred: 'blurred',
  cut: 'cut',
  glaring: 'glaring',
}

type Say<T> = (shown: CardShown, asked: T, warned: readonly WarningName[]) => Record<string, unknown> | TencentReply

const isReply = (of: Record<string, unknown> | TencentReply): of is TencentReply => 'kind' in of

/** Looks at the picture, and counts the call before it answers. */
const running =
  <T extends Asked>(parameters: z.ZodMiniType<T>, say: Say<T>) =>
  async (sandbox: TencentCloudSandbox, rawBody: Buffer, effect: TencentEffect | undefined): Promise<TencentReply> => {
    const read = readParameters(parameters, rawBody)
    if (!read.ok) return read.reply
    const sent = pictureIn(read.value)
    if (!Buffer.isBuffer(sent)) return sent
    if (!sandbox.sight) throw new Error('a stand-in that reads cards needs something to see with')
    const shown = await sandbox.sight(sent)
    const because = shown.kind === 'unseen' ? shown.because : undefined
    const error = because && unseenErrors[because]
    if (error) return refusedWith(error)
    const seen = because && unseenWarnings[because]
    const warned = [...(seen ? [seen] : []), ...(effect?.does === 'warn' ? [effect.of] : [])]
    const said = say(shown, read.value, warned)
    if (isReply(said)) return said
    await recordCall(sandbox, { vendor: 'tencent_ocr', phone: '', result: 'ok', billed: 1 })
    return { kind: 'done', members: said }
  }

const configIn = (text: string): Record<string, unknown> | undefined => {
  try {
    const read = z.safeParse(z.record(z.string(), z.unknown()), JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

export const ocrActions = {
  IDCardOCR: running(basic, (shown, { Config = '{}' }, warned) => {
    const config = configIn(Config)
    return config ? basicSaid(shown, config, warned) : refusedWith('config_format')
  }),
  RecognizeValidIDCardOCR: running(thorough, (shown, asked, warned) => thoroughSaid(shown, asked, warned)),
}

/** Units that an error costs. */
export const errorCost = (code: string): 0 | 1 => (isCharged(code) ? 1 : 0)
