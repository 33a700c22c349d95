import * as z from 'zod/mini'
import type { TencentCloudSandbox } from '../../sandbox.ts'
import { recordCall } from '../../vendor-calls.ts'
import type { TencentEffect } from '../faults.ts'
import { readParameters } from '../parameters.ts'
import type { TencentReply } from '../reply.ts'
import { pictureIn, refusedWith } from './ocr.ts'
import type { LicenceShown } from './sight.ts'

const flag = z.optional(z.boolean())

/** BizLicenseOCR 2018-11-19, document/api/866/36215. */
const asked = z.strictObject({
  ...{ ImageBase64: z.optional(z.string()), ImageUrl: z.optional(z.string()) },
  ...{ EnableCopyWarn: flag, EnablePeriodComplete: flag, EnableBusinessCertificate: flag },
})

/** Of the picture as Base64. */
const MOST_LETTERS = 7 * 1024 * 1024

const saidOf = (shown: Extract<LicenceShown, { kind: 'licence' }>, codes: readonly number[]) => ({
  ...{ RegNum: shown.creditCode, Name: shown.name, Person: shown.person, SetDate: shown.setOn, Period: shown.period },
  ...{ Capital: '', Address: '', Business: '', Type: '', ComposingForm: '', RegistrationDate: '' },
  ...{
    RecognizeWarnCode: codes,
    RecognizeWarnMsg: codes.map((code) => (code === COPY ? 'WARN_COPY_CARD' : 'WARN_RESHOOT_CARD')),
  },
  ...{ IsDuplication: -1, Angle: 0, Electronic: false },
})

const COPY = -9102
const RESHOOT = -9104

/** Its own numbers for two of the things that cards are warned of. */
const codesOf = (effect: TencentEffect | undefined, isAsked: boolean): number[] => {
  if (!isAsked || effect?.does !== 'warn') return []
  if (effect.of === 'copy' || effect.of === 'grey_copy') return [COPY]
  return effect.of === 'screen' ? [RESHOOT] : []
}

/** Looks at the picture, and counts the call before it answers. */
const read = async (
  sandbox: TencentCloudSandbox,
  rawBody: Buffer,
  effect: TencentEffect | undefined,
): Promise<TencentReply> => {
  const parameters = readParameters(asked, rawBody)
  if (!parameters.ok) return parameters.reply
  const sent = pictureIn(parameters.value, MOST_LETTERS)
  if (!Buffer.isBuffer(sent)) return sent
  if (!sandbox.licenceSight) throw new Error('a stand-in that reads licences needs something to see with')
  const shown = await sandbox.licenceSight(sent)
  if (shown.kind === 'unseen') {
    if (shown.because === 'no_picture') return refusedWith('decode_failed')
    return refusedWith(shown.because === 'blurred' ? 'image_blur' : 'no_text')
  }
  await recordCall(sandbox, { vendor: 'tencent_ocr', phone: '', result: 'ok', billed: 1 })
  return { kind: 'done', members: saidOf(shown, codesOf(effect, parameters.value.EnableCopyWarn === true)) }
}

export const licenceActions = { BizLicenseOCR: read }
