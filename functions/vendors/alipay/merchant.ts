import { createPrivateKey, createPublicKey, KeyObject } from 'node:crypto'
import { keysOf, rootSerial } from './certificates.ts'

/** How messages of both sides are signed: with bare keys, or with keys that certificates vouch for. All as PEM. */
export type AlipayKeys =
  | { mode: 'key'; alipayPublicKey: string }
  | {
      mode: 'certificate'
      appCertificate: string
      /** May hold several while Alipay moves to a new one. */
      alipayCertificate: string
      alipayRootCertificate: string
    }

/** The app at Alipay, as its secret holds it. */
export type AlipayConfig = {
  /** Of the gateway, without /gateway.do. */
  baseUrl: string
  appId: string
  /** The merchant's account at Alipay (2088…). */
  sellerId: string
  /** PKCS#8 when PEM. */
  appPrivateKey: KeyObject | string
} & AlipayKeys

/** The app with its keys opened. */
export type Merchant = {
  gateway: string
  appId: string
  sellerId: string
  privateKey: KeyObject
  /** Parameters that name our certificates in every request; none in key mode. */
  certificates: Readonly<Record<string, string>>
  /** By certificate serial; the only one of key mode has an empty name. */
  alipayKeys: ReadonlyMap<string, KeyObject>
}

type Opened = Pick<Merchant, 'certificates' | 'alipayKeys'>

const opened = (config: AlipayConfig, ours: KeyObject): Opened => {
  if (config.mode === 'key') {
    return { certificates: {}, alipayKeys: new Map([['', createPublicKey(config.alipayPublicKey)]]) }
  }
  const [app, ...more] = keysOf(config.appCertificate)
  if (!app || more.length > 0) throw new Error('Alipay: appCertificate must hold one certificate')
  if (!app[1].equals(ours)) throw new Error('Alipay: appCertificate does not belong to appPrivateKey')
  const root = rootSerial(config.alipayRootCertificate)
  if (!root) throw new Error('Alipay: alipayRootCertificate holds no RSA root')
  return {
    certificates: { app_cert_sn: app[0], alipay_root_cert_sn: root },
    alipayKeys: keysOf(config.alipayCertificate),
  }
}

/**
 * Opens the keys once. Throws where the app cannot work at all: an unreadable key, keys that do not belong together, and the
 * classic mistake of giving the app's own public key for Alipay's.
 */
export const openMerchant = (config: AlipayConfig): Merchant => {
  const { appPrivateKey: key } = config
  const privateKey = key instanceof KeyObject ? key : createPrivateKey(key)
  const ours = createPublicKey(privateKey)
  const { certificates, alipayKeys } = opened(config, ours)
  const theirs = [...alipayKeys.values()]
  if ([privateKey, ...theirs].some(({ asymmetricKeyType }) => asymmetricKeyType !== 'rsa')) {
    throw new Error('Alipay: keys must be RSA')
  }
  if (theirs.length === 0) throw new Error('Alipay: alipayCertificate holds no certificate that signs messages')
  if (theirs.some((one) => one.equals(ours))) throw new Error("Alipay: the key for Alipay's messages is the app's own")
  return {
    gateway: `${config.baseUrl.replace(/\/$/, '')}/gateway.do`,
    appId: config.appId,
    sellerId: config.sellerId,
    privateKey,
    certificates,
    alipayKeys,
  }
}
