import { createPrivateKey, createPublicKey, KeyObject } from 'node:crypto'
import { About, about } from '../../../shared/kernel/about.ts'
import { PEM } from '../pem.ts'
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

const of = (field: string, wanted: string) => ({ vendor: 'alipay', field, wanted })

const opened = (config: AlipayConfig, ours: KeyObject): Opened => {
  if (config.mode === 'key') {
    const theirs = about(of('alipayPublicKey', PEM), () => createPublicKey(config.alipayPublicKey))
    return { certificates: {}, alipayKeys: new Map([['', theirs]]) }
  }
  const [app, ...more] = about(of('appCertificate', PEM), () => keysOf(config.appCertificate))
  if (!app || more.length > 0) throw new About(of('appCertificate', 'one certificate'))
  if (!app[1].equals(ours)) throw new About(of('appCertificate', 'the one of appPrivateKey'))
  const root = about(of('alipayRootCertificate', PEM), () => rootSerial(config.alipayRootCertificate))
  if (!root) throw new About(of('alipayRootCertificate', 'an RSA root'))
  return {
    certificates: { app_cert_sn: app[0], alipay_root_cert_sn: root },
    alipayKeys: about(of('alipayCertificate', PEM), () => keysOf(config.alipayCertificate)),
  }
}

/**
 * Opens the keys once. Throws an `About` where the app cannot work at all: an unreadable key, keys that do not belong together, and the
 * classic mistake of giving the app's own public key for Alipay's.
 */
export const openMerchant = (config: AlipayConfig): Merchant => {
  const { appPrivateKey: key } = config
  const privateKey = key instanceof KeyObject ? key : about(of('appPrivateKey', PEM), () => createPrivateKey(key))
  const ours = createPublicKey(privateKey)
  const { certificates, alipayKeys } = opened(config, ours)
  const theirs = [...alipayKeys.values()]
  if ([privateKey, ...theirs].some(({ asymmetricKeyType }) => asymmetricKeyType !== 'rsa')) {
    throw new About({ vendor: 'alipay', wanted: 'RSA keys' })
  }
  if (theirs.length === 0) throw new About(of('alipayCertificate', 'a certificate that signs messages'))
  if (theirs.some((one) => one.equals(ours)))
    throw new About({ vendor: 'alipay', wanted: 'the key of Alipay, not of the app' })
  return {
    gateway: `${config.baseUrl.replace(/\/$/, '')}/gateway.do`,
    appId: config.appId,
    sellerId: config.sellerId,
    privateKey,
    certificates,
    alipayKeys,
  }
}
