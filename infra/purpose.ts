import type { QueueName } from '../functions/queues.ts'
import type { SecretName, VendorName } from './config.ts'

/**
 * What a function is for and all it may touch. `impact` is what people notice while it fails; it is the text of its alarm.
 * Whatever is not named here is neither in the function's environment nor in its role.
 */
export type Purpose = {
  impact: string
  table?: 'read' | 'write'
  /** May page through the index of what is due. */
  due?: true
  /** May page through the lists of operators and of the ledger. */
  lists?: true
  /** `seal` makes a data key, `open` unwraps one, `mac` computes the blind index of an identity number or a phone. */
  keys?: readonly KeyUse[]
  sends?: readonly QueueName[]
  secrets?: readonly SecretName[]
  vendors?: readonly VendorName[]
  /** Belongs to the sandbox: its own table and secret instead of the service's. */
  standIn?: true
  /** Answers whatever no route serves. */
  answersUnknown?: true
  /** Answers testers only, who show the tester key of the deployment. */
  testers?: true
}

export type KeyUse = 'seal' | 'open' | 'mac'
