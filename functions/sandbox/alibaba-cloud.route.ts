import { route } from '../../shared/http/route.ts'

const product = {
  fn: 'sandbox-alibaba-cloud',
  method: 'POST',
  caller: 'anyone',
  answers: { 200: null },
  sandboxOnly: true,
} as const

/** Alibaba Cloud Cloudauth 2019-03-07, its checks of elements. */
export const alibabaCloudRoute = route({
  ...product,
  name: 'callAlibabaCloudauth',
  path: '/sandbox/alibaba-cloud/cloudauth',
  summary: 'Stand-in for Alibaba Cloud Cloudauth; speaks its OpenAPI in style RPC, requests signed as there.',
})

/** Alibaba Cloud SMS 2017-05-25, actions SendSms and QuerySendDetails. */
export const alibabaSmsRoute = route({
  ...product,
  name: 'callAlibabaSms',
  path: '/sandbox/alibaba-cloud/sms',
  summary: 'Stand-in for Alibaba Cloud SMS; speaks its OpenAPI in style RPC, requests signed as there.',
})

export const alibabaCloudRoutes = [alibabaCloudRoute, alibabaSmsRoute] as const
