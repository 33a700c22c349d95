import type { QueueName } from '../functions/queues.ts'
import type { SecretName, VendorName } from './config.ts'

/**
 * What a function is for and all it may touch. `impact` is what people notice while it fails; it is the text of its alarm.
 * Whatever is not named here is neither in the function's environment nor in its role.
 */
export type Purpose = {
  impact: string
  /** More than every function has, in MB, where it takes a whole core and the room for a decoded picture. */
  memoryMb?: number
  /** Which items it may reach, by what it does with them. */
  items?: ItemUse
  /** May page through the index of what is due. */
  due?: true
  /** Which lists it may page through. */
  lists?: readonly List[]
  /** `seal` makes a data key, `open` unwraps one, those of materials apart; `mac` computes the blind index of a phone, `index` that of an ID number, `sign` signs the audit's roots, `attest` what is said of certificates, and `show_attesting` tells the public halves of the keys that did. */
  keys?: readonly KeyUse[]
  /** Lists, reads and writes the files of the audit's roots; changes and deletes none. */
  keepsRoots?: true
  /** Lets others upload files, by forms that it signs: the one way in which its role may put one. */
  uploads?: true
  /** Reads and removes files that were uploaded, and puts those that are kept, and removes them again. */
  intake?: true
  /** Reads files that are kept. */
  readsMaterials?: true
  /** Removes files that are kept. */
  forgetsMaterials?: true
  /** Is told where files are uploaded to, and may do nothing there: pages may call no origin that they do not name. */
  knowsUploads?: true
  sends?: readonly QueueName[]
  /** Its commits announce events: it adds to outboxes, and wakes whoever tells them. */
  announces?: true
  /** Looks at the dead letters of every queue of work, and takes out of them what it has sent again. */
  deadLetters?: true
  secrets?: readonly SecretName[]
  vendors?: readonly VendorName[]
  /** Is told at which payment channels there is an account, and whether at WeChat, and nothing of the accounts. */
  knowsChannels?: true
  /** May see the alarms of CloudWatch, and is told how those of this deployment begin. */
  alarms?: true
  /** May see besides when they rang in the last month, and what our own metrics come to. */
  watches?: true
  /** Asks the gate: its refusals are counted from its log. */
  gated?: true
  /** Is told by which names Secrets Manager has the secrets of this deployment, and may read none by that. */
  namesSecrets?: true
  /** Of no use without an account there: where a platform has none it is not deployed. */
  account?: SecretName
  /** Belongs to the sandbox: its own table and secret instead of the service's. What it does with items of that table. */
  standIn?: readonly ItemAction[]
  /** Paths beneath which all its routes are one route of the gateway each: see infra/doors.ts. */
  doors?: readonly `/${string}`[]
  /** Answers whatever no route serves. */
  answersUnknown?: true
  /** Answers testers only, who show the tester key of the deployment. */
  testers?: true
}

export type ItemAction = 'get' | 'getMany' | 'query' | 'put' | 'update' | 'delete' | 'check'

/** Kinds of partitions, each by what its keys begin with, up to the first `#`: see the `keys.ts` of each capability. */
export type ItemUse = Partial<Record<ItemAction, readonly Partition[]>> & {
  /** Items it updates, but of which it may touch these attributes only, besides what every update names. */
  updateOnly?: Partial<Record<Partition, readonly string[]>>
}

/** Every kind of partition that a use reaches. */
export const partitionsOf = ({ updateOnly = {}, ...use }: ItemUse): Partition[] => [
  ...new Set([...Object.values(use).flat(), ...(Object.keys(updateOnly) as Partition[])]),
]

export type Partition =
  | 'ACCOUNT'
  | 'ANALYTICS'
  | 'APP'
  | 'CERTIFICATE'
  | 'AUDIT'
  | 'AUDITDAY'
  | 'AUDITROOT'
  | 'BUSINESS'
  | 'CHAIN'
  | 'CHALLENGE'
  | 'CLASH'
  | 'COMPLAINT'
  | 'DELIVERY'
  | 'EVENT'
  | 'EXTERNAL'
  | 'FACEEND'
  | 'FACT'
  | 'LIMIT'
  | 'LINK'
  | 'MATERIAL'
  | 'NAME'
  | 'NOTICE'
  | 'OPERATOR'
  | 'OPERATORSESSION'
  | 'ORDER'
  | 'OUTBOX'
  | 'PERSON'
  | 'PROPOSAL'
  | 'PHONE'
  | 'PROOFING'
  | 'RECONCILIATION'
  | 'RESUBMISSION'
  | 'SEGMENT'
  | 'SCAN'
  | 'SIGNIN'
  | 'STATEMENT'
  | 'TEXT'
  | 'VENDOR'
  | 'WEBHOOK'
  | 'WECHATUSER'
  | 'WECHATVISIT'

/** Kinds of lists across accounts, by what their names begin with, up to the first `#`. */
export type List =
  | 'APPEALS'
  | 'CALLS'
  | 'CERTIFICATES'
  | 'COMPLAINTS'
  | 'DELIVERIES'
  | 'EVENTS'
  | 'FACES'
  | 'LEDGER'
  | 'COMPANY'
  | 'NAMED'
  | 'OPERATORS'
  | 'ORDERS'
  | 'PEOPLE'
  | 'RECONCILIATIONS'
  | 'PROPOSALS'
  | 'REFUNDS'
  | 'REVIEWS'
  | 'SIGNINS'
  | 'TEXTS'

export type KeyUse =
  | 'seal'
  | 'open'
  | 'seal_material'
  | 'open_material'
  | 'mac'
  | 'index'
  | 'sign'
  | 'attest'
  | 'show_attesting'
