import { createPrivateKey, createPublicKey } from 'node:crypto'
import * as z from 'zod/mini'
import type { AlipayKeys, TencentCloudKeys, WeChatPayKeys } from './sandbox.ts'

const text = z.string().check(z.minLength(1))

const secret = z.object({
  mchid: text,
  appid: text,
  apiV3Key: z.string().check(z.regex(/^[\x21-\x7e]{32}$/)),
  platformKeyId: text,
  platformPrivateKey: text,
  merchantSerial: text,
  merchantPublicKey: text,
  alipayAppId: text,
  alipaySellerId: z.string().check(z.regex(/^2088\d{12}$/)),
  alipayPrivateKey: text,
  alipayAppPublicKey: text,
  tencentSecretId: text,
  tencentSecretKey: text,
})

/** The other side of our vendor secrets, as the stand-ins hold it. */
export type StandIns = { wechatPay: WeChatPayKeys; alipay: AlipayKeys; tencentCloud: TencentCloudKeys }

/** Reads the secret `shiming/sandbox/stand-ins`. Throws when a member is missing or a key is none. */
export const readStandIns = (json: unknown): StandIns => {
  const of = z.parse(secret, json)
  const { mchid, appid, apiV3Key, platformKeyId, merchantSerial } = of
  return {
    wechatPay: {
      ...{ mchid, appid, apiV3Key, platformKeyId, merchantSerial },
      platformPrivateKey: createPrivateKey(of.platformPrivateKey),
      merchantPublicKey: createPublicKey(of.merchantPublicKey),
    },
    alipay: {
      appId: of.alipayAppId,
      sellerId: of.alipaySellerId,
      privateKey: createPrivateKey(of.alipayPrivateKey),
      appPublicKey: createPublicKey(of.alipayAppPublicKey),
    },
    tencentCloud: { secretId: of.tencentSecretId, secretKey: of.tencentSecretKey },
  }
}
