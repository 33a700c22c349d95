import { ownAddress } from '../cashier/cashier-page.ts'
import { tokenNames } from '../face/face-page.ts'
import { isExpired, lastOf, newToken, phoneOf, tokenOf } from '../face/token.ts'
import { malformed } from '../register/look-up.ts'
import type { AlibabaCloudSandbox } from '../sandbox.ts'
import type { Parameters } from './cloudauth.ts'
import type { AlibabaEffect } from './faults.ts'
import { type AlibabaReply, returned } from './reply.ts'

/** The scene of this use, as the console numbered it. */
const SCENE_ID = '1000000001'

const needed = {
  InitFaceVerify: ['SceneId', 'OuterOrderNo', 'ProductCode', 'CertType', 'CertName', 'CertNo', 'ReturnUrl', 'MetaInfo'],
  DescribeFaceVerify: ['SceneId', 'CertifyId'],
} as const

type FaceAction = keyof typeof needed

export const isFaceAction = (name: string): boolean => Object.hasOwn(needed, name)

const isJson = (text: string | undefined): boolean => {
  try {
    return typeof JSON.parse(text ?? '') === 'object'
  } catch {
    return false
  }
}

const begin = async (sandbox: AlibabaCloudSandbox, parameters: Parameters): Promise<AlibabaReply> => {
  const {
    CertName: name = '',
    CertNo: idNumber = '',
    OuterOrderNo: challenge = '',
    ReturnUrl: returnUrl = '',
  } = parameters
  const isWrong =
    malformed({ name, idNumber }) ||
    !/^[0-9A-Za-z]{32}$/.test(challenge) ||
    parameters.ProductCode !== 'ID_PRO' ||
    parameters.CertType !== 'IDENTITY_CARD' ||
    !ownAddress(returnUrl, sandbox.publicUrl) ||
    !isJson(parameters.MetaInfo)
  if (isWrong) return returned('401', '参数非法')
  const CertifyId = sandbox.ids.id()
  await newToken(sandbox, 'alibaba', CertifyId, { name, idNumber, challenge, returnUrl })
  const CertifyUrl = `${sandbox.publicUrl}/sandbox/alibaba-cloud/face?${tokenNames.alibaba}=${CertifyId}`
  return { kind: 'done', result: { CertifyId, CertifyUrl } }
}

const look = async (
  sandbox: AlibabaCloudSandbox,
  parameters: Parameters,
  effect: AlibabaEffect | undefined,
): Promise<AlibabaReply> => {
  const token = await tokenOf(sandbox, 'alibaba', parameters.CertifyId ?? '')
  if (!token) return returned('406', '无效的CertifyId')
  const last = lastOf(token)
  if (!last)
    return isExpired('alibaba', token, sandbox.clock.now())
      ? returned('424', '身份认证记录不存在')
      : returned('403', '认证未完成')
  if (effect?.does === 'say_result')
    return { kind: 'done', result: { Passed: 'X', SubCode: effect.subCode, MaterialInfo: '{}' } }
  // Pictures are there for whoever reads them.
  const MaterialInfo = JSON.stringify({ facialPictureFront: { pictureUrl: 'https://oss.example.com/face.jpg' } })
  return { kind: 'done', result: { Passed: last.code === '200' ? 'T' : 'F', SubCode: last.code, MaterialInfo } }
}

type Perform = (
  sandbox: AlibabaCloudSandbox,
  parameters: Parameters,
  effect: AlibabaEffect | undefined,
) => Promise<AlibabaReply>

const checked =
  (action: FaceAction, perform: Perform): Perform =>
  async (sandbox, parameters, effect) => {
    if (needed[action].some((name) => !parameters[name])) return returned('400', '参数不能为空')
    if (parameters.SceneId !== SCENE_ID) return returned('404', '认证场景配置不存在')
    if (effect?.does === 'return') return returned(effect.code, effect.message)
    return perform(sandbox, parameters, effect)
  }

/** The actions of confirmation by face. Nothing is charged for one: attempts are. */
export const faceActions = {
  InitFaceVerify: checked('InitFaceVerify', begin),
  DescribeFaceVerify: checked('DescribeFaceVerify', look),
} as const

/** Whose phone a call is about, for faults meant for one person. */
export const facePhoneIn = async (
  sandbox: AlibabaCloudSandbox,
  { CertNo, CertifyId }: Parameters,
): Promise<string | undefined> => {
  if (CertNo !== undefined) return phoneOf(CertNo)
  const token = CertifyId === undefined ? undefined : await tokenOf(sandbox, 'alibaba', CertifyId)
  return token && phoneOf(token.idNumber)
}
