import { createPrivateKey, createPublicKey, createSecretKey, KeyObject } from 'node:crypto'
import { About, about } from '../../../shared/kernel/about.ts'
import { PEM } from '../pem.ts'

/** The merchant account, as its secret holds it. Keys as PEM; a platform key may also be a platform certificate. */
export type WechatPayConfig = {
  baseUrl: string
  mchid: string
  appid: string
  /** 32 ASCII characters: opens what notifications carry. */
  apiV3Key: string
  merchantSerial: string
  merchantPrivateKey: KeyObject | string
  /** By certificate serial or PUB_KEY_ID_…. Several while an account moves to a new key: WeChat Pay chooses which one signs. */
  platformKeys: Record<string, string>
  /** The one asked to sign answers. */
  platformKeyId: string
}

/** The account with its keys opened. A map, so that a serial from outside can only find what was put in. */
export type Merchant = {
  baseUrl: string
  mchid: string
  appid: string
  sealingKey: KeyObject
  serial: string
  privateKey: KeyObject
  platformKeys: ReadonlyMap<string, KeyObject>
  platformKeyId: string
}

const of = (field: string, wanted: string) => ({ vendor: 'wechat_pay', field, wanted })

/** Opens the keys once. Throws an `About` where the account cannot work at all: an unreadable key, a sealing key not of 32 bytes. */
export const openMerchant = (config: WechatPayConfig): Merchant => {
  const { merchantPrivateKey: key, platformKeys, platformKeyId } = config
  if (Buffer.byteLength(config.apiV3Key) !== 32) throw new About(of('apiV3Key', '32 bytes'))
  if (!Object.hasOwn(platformKeys, platformKeyId)) throw new About(of('platformKeyId', 'one of platformKeys'))
  return {
    baseUrl: config.baseUrl.replace(/\/$/, ''),
    mchid: config.mchid,
    appid: config.appid,
    sealingKey: createSecretKey(Buffer.from(config.apiV3Key)),
    serial: config.merchantSerial,
    privateKey: key instanceof KeyObject ? key : about(of('merchantPrivateKey', PEM), () => createPrivateKey(key)),
    platformKeys: about(
      of('platformKeys', PEM),
      () => new Map(Object.entries(platformKeys).map(([id, pem]) => [id, createPublicKey(pem)])),
    ),
    platformKeyId,
  }
}
