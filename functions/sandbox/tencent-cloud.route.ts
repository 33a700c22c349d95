import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'

const product = {
  fn: 'sandbox-tencent-cloud',
  method: 'POST',
  caller: 'anyone',
  answers: { 200: null },
  sandboxOnly: true,
} as const

/** Tencent Cloud FaceID 2018-03-01: PhoneVerification, IdCardVerification, BankCard4EVerification, DetectAuth, GetDetectInfoEnhanced. */
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

/** Tencent Cloud SES 2020-10-02, action SendEmail. */
export const mailSendingRoute = route({
  ...product,
  name: 'callTencentSes',
  path: '/sandbox/tencent-cloud/ses',
  summary: 'Stand-in for Tencent Cloud SES; speaks API 3.0, requests signed as there.',
})

/** As much of a picture as an API hands on, and far more than materials keep of one. */
const PICTURE = 4 * 1024 * 1024

/** Tencent Cloud OCR 2018-11-19, actions IDCardOCR, RecognizeValidIDCardOCR, BizLicenseOCR and VerifyBizLicenseEnterprise4. It looks at pictures, and so is a function of its own. */
export const cardOcrRoute = route({
  ...product,
  fn: 'sandbox-tencent-ocr',
  name: 'callTencentOcr',
  path: '/sandbox/tencent-cloud/ocr',
  summary:
    'Stand-in for Tencent Cloud OCR of identity cards and business licences, and for its look at companies; speaks API 3.0, requests signed as there.',
  bodyLimit: PICTURE,
})

const page = {
  fn: 'sandbox-tencent-cloud',
  path: '/sandbox/tencent-cloud/face',
  caller: 'anyone',
  media: 'text/html',
  sandboxOnly: true,
} as const

export const tencentFacePageRoute = route({
  ...page,
  method: 'GET',
  name: 'openTencentFacePage',
  summary:
    'Stand-in for the page on which Tencent Cloud takes a face: whoever is there passes, does not, gives up, or never comes back.',
  answers: { 200: z.string() },
})

export const tencentFacePressRoute = route({
  ...page,
  method: 'POST',
  name: 'pressAtTencentFacePage',
  summary: 'What was pressed on that page; the browser goes back to where it came from, or stays.',
  bodyLimit: 1024,
  answers: { 200: z.string(), 303: null },
})

export const tencentCloudRoutes = [
  faceIdRoute,
  smsSendingRoute,
  mailSendingRoute,
  cardOcrRoute,
  tencentFacePageRoute,
  tencentFacePressRoute,
] as const
