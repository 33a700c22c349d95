import type { KeyObject } from 'node:crypto'
import type { Outgoing, OutgoingLimits } from '../../shared/http/outgoing.ts'
import type { Ids } from '../../shared/kernel/ids.ts'
import { type Clock, type Millis, SECOND } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import type { SandboxSettings } from './settings.ts'
import type { LicenceSight, Sight } from './tencent-cloud/ocr/sight.ts'

/**
 * Sends the pointer of a task to the sandbox's queue, to arrive in `waitMs` or earlier: a queue delays at most 15 minutes,
 * so the worker looks at the time again.
 */
type Later = (taskId: string, waitMs: Millis) => Promise<void>

/** The two parties of WeChat Pay: who may call, and with what the channel signs and seals. */
export type WeChatPayKeys = {
  mchid: string
  appid: string
  /** 32 ASCII characters. */
  apiV3Key: string
  merchantSerial: string
  merchantPublicKey: KeyObject
  platformKeyId: string
  platformPrivateKey: KeyObject
}

/** A service account or a website app: who asks for whom, and what proves it. */
export type WeChatKeys = { appId: string; appSecret: string }

/** The two parties of Alipay in key mode: whose requests are taken, and with what answers and notifications are signed. */
export type AlipayKeys = {
  appId: string
  /** The merchant's account, 2088 and twelve digits. */
  sellerId: string
  appPublicKey: KeyObject
  privateKey: KeyObject
}

export type TencentCloudKeys = { secretId: string; secretKey: string }

/** The account's keys, and the one sign name and template of it that texts may have. */
export type AlibabaCloudKeys = {
  accessKeyId: string
  accessKeySecret: string
  smsSignName: string
  smsTemplateCode: string
}

/** What every call of the sandbox works with. */
export type Sandbox = { table: Table; clock: Clock; ids: Ids; settings: SandboxSettings }

/** `publicUrl`: where this deployment is reached; the only place a notification may go over plain http. */
export type ChannelSandbox = Sandbox & { later: Later; publicUrl: string }

export type WeChatPaySandbox = ChannelSandbox & { wechatPay: WeChatPayKeys }

export type AlipaySandbox = ChannelSandbox & { alipay: AlipayKeys }

/** Waits for `ms`; it is how a stand-in answers late. */
export type Pause = (ms: Millis) => Promise<void>

/**
 * `wechat`: the service account, `website`: the website app, both of one owner. `publicUrl`: of the domain that is registered there, the only
 * one a browser is sent back to.
 */
export type WeChatSandbox = Sandbox & { wechat: WeChatKeys; website: WeChatKeys; publicUrl: string; pause: Pause }

/** `publicUrl`: where its pages are reached, and the only place its browsers are sent back to. */
type CloudSandbox = Sandbox & { publicUrl: string; pause: Pause }

/** `sight`, `licenceSight`: what looks at pictures of cards and of licences, where they are read. */
export type TencentCloudSandbox = CloudSandbox & {
  tencentCloud: TencentCloudKeys
  sight?: Sight
  licenceSight?: LicenceSight
}

export type AlibabaCloudSandbox = CloudSandbox & { alibabaCloud: AlibabaCloudKeys }

export type LaterSandbox = WeChatPaySandbox & AlipaySandbox & { outgoing: Outgoing }

/** The time limits of a notification: WeChat Pay waits five seconds for the merchant's answer, and so does this Alipay. */
export const NOTIFICATION_LIMITS: OutgoingLimits = { connectMs: 3 * SECOND, totalMs: 5 * SECOND, maxBytes: 64 * 1024 }
