import { createPrivateKey, createPublicKey } from 'node:crypto'
import * as z from 'zod/mini'
import type { TencentCloudKeys, WeChatPayKeys } from './sandbox.ts'

const text = z.string().check(z.minLength(1))

const secret = z.object({
  mchid: text,
  appid: text,
  apiV3Key: z.string().check(z.regex(/^[\x21-\x7e]{32}$/)),
  platformKeyId: text,
  platformPrivateKey: text,
  merchantSerial: text,
  merchantPublicKey: text,
  tencentSecretId: text,
  tencentSecretKey: text,
})

/** The other side of our vendor secrets, as the stand-ins hold it. */
export type StandIns = { wechatPay: WeChatPayKeys; tencentCloud: TencentCloudKeys }

/** Reads the secret `shiming/sandbox/stand-ins`. Throws when a member is missing or a key is none. */
export const readStandIns = (json: unknown): StandIns => {
  const { platformPrivateKey, merchantPublicKey, tencentSecretId, tencentSecretKey, ...wechatPay } = z.parse(
    secret,
    json,
  )
  return {
    wechatPay: {
      ...wechatPay,
      platformPrivateKey: createPrivateKey(platformPrivateKey),
      merchantPublicKey: createPublicKey(merchantPublicKey),
    },
    tencentCloud: { secretId: tencentSecretId, secretKey: tencentSecretKey },
  }
}
