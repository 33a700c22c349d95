import { describe, expect, it } from 'vitest'
import { alibabaCloudRoutes } from '../../functions/sandbox/alibaba-cloud.route.ts'
import { alipayRoutes } from '../../functions/sandbox/alipay.route.ts'
import { controlRoutes } from '../../functions/sandbox/control.route.ts'
import { tencentCloudRoutes } from '../../functions/sandbox/tencent-cloud.route.ts'
import { wechatRoutes } from '../../functions/sandbox/wechat.route.ts'
import { wechatPayRoutes } from '../../functions/sandbox/wechat-pay.route.ts'

const routes = [
  ...controlRoutes,
  ...tencentCloudRoutes,
  ...alibabaCloudRoutes,
  ...wechatRoutes,
  ...wechatPayRoutes,
  ...alipayRoutes,
]

describe('the routes of the sandbox', () => {
  it('exist in the sandbox stage alone, below one address, each once', () => {
    for (const route of routes) {
      expect(route.sandboxOnly).toBe(true)
      expect(route.path).toMatch(/^\/sandbox\//)
    }
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length)
  })

  it('belong to the functions of their files', () => {
    expect(new Set(routes.map(({ fn }) => fn))).toEqual(
      new Set([
        'sandbox-alibaba-cloud',
        'sandbox-alipay',
        'sandbox-control',
        'sandbox-tencent-cloud',
        'sandbox-tencent-ocr',
        'sandbox-wechat',
        'sandbox-wechat-pay',
      ]),
    )
  })
})
