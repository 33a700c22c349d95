import { route } from '../../shared/http/route.ts'

const product = {
  fn: 'sandbox-tencent-cloud',
  method: 'POST',
  caller: 'anyone',
  answers: { 200: null },
  sandboxOnly: true,
} as const

/** Tencent Cloud FaceID 2018-03-01, actions PhoneVerification, IdCardVerification and BankCard4EVerification. */
export const faceIdRoute = route({
  ...product,
  name: 'callTencentFaceId',
  path: '/sandbox/tencent-cloud/faceid',
  summary: 'Stand-in for Tencent Cloud FaceID; speaks API 3.0, requests signed as there.',
})

/** Tencent Cloud SMS 2021-01-11, actions SendSms and PullSmsSendStatusByPhoneNumber. */
export const smsSendingRoute = route({
  ...product,
  name: 'callTencentSms',
  path: '/sandbox/tencent-cloud/sms',
  summary: 'Stand-in for Tencent Cloud SMS; speaks API 3.0, requests signed as there.',
})

export const tencentCloudRoutes = [faceIdRoute, smsSendingRoute] as const
