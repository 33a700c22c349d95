import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'

const product = {
  fn: 'sandbox-alibaba-cloud',
  method: 'POST',
  caller: 'anyone',
  answers: { 200: null },
  sandboxOnly: true,
} as const

/** Alibaba Cloud Cloudauth 2019-03-07, its checks of elements and its confirmation by face, and of 2022-11-25 its check of companies. */
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

const page = {
  fn: 'sandbox-alibaba-cloud',
  path: '/sandbox/alibaba-cloud/face',
  caller: 'anyone',
  media: 'text/html',
  sandboxOnly: true,
} as const

export const alibabaFacePageRoute = route({
  ...page,
  method: 'GET',
  name: 'openAlibabaFacePage',
  summary:
    'Stand-in for the page on which Alibaba Cloud takes a face: whoever is there passes, does not, gives up, or never comes back.',
  answers: { 200: z.string() },
})

export const alibabaFacePressRoute = route({
  ...page,
  method: 'POST',
  name: 'pressAtAlibabaFacePage',
  summary: 'What was pressed on that page; the browser goes back to where it came from, or stays.',
  bodyLimit: 1024,
  answers: { 200: z.string(), 303: null },
})

export const alibabaCloudRoutes = [
  alibabaCloudRoute,
  alibabaSmsRoute,
  alibabaFacePageRoute,
  alibabaFacePressRoute,
] as const
