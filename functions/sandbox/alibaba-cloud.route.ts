import { route } from '../../shared/http/route.ts'

/** Alibaba Cloud Cloudauth 2019-03-07, its checks of elements. */
export const alibabaCloudRoute = route({
  fn: 'sandbox-alibaba-cloud',
  method: 'POST',
  caller: 'anyone',
  answers: { 200: null },
  sandboxOnly: true,
  name: 'callAlibabaCloudauth',
  path: '/sandbox/alibaba-cloud/cloudauth',
  summary: 'Stand-in for Alibaba Cloud Cloudauth; speaks its OpenAPI in style RPC, requests signed as there.',
})
