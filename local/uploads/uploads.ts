import type { Clock } from '../../shared/kernel/time.ts'
import type { Activity } from '../activity.ts'
import type { Faults } from '../faults.ts'
import type { Answering } from '../front.ts'
import { credentialsOf, functionHolding } from '../functions/credentials.ts'
import type { ObjectServer } from '../objects/object-server.ts'
import type { Permissions } from '../permissions/permissions.ts'
import type { Calls } from '../proxy/calls.ts'
import type { QueueServer } from '../queues/queue-server.ts'
import type { System } from '../template/system.ts'
import { uploadDoor } from './upload-door.ts'

type Options = {
  system: System
  objects: ObjectServer
  queues: QueueServer
  permissions: Permissions
  calls: Calls
  faults: Faults
  activity: Activity
  clock: Clock
  /** The address of the engine. */
  url: string
}

/** The door of a system's buckets. Who signed a form is known by the function, whichever worker had the key and whether that is still there. */
export const uploadsOf = ({ system, queues, permissions, calls, ...others }: Options): Answering => {
  const isFunction = (name: string): boolean => system.functions.some((fn) => fn.name === name)
  const sendTo = async (queueArn: string, body: string): Promise<void> => {
    const queue = system.queues.find(({ arn }) => arn === queueArn)
    if (!queue) throw new Error(`there is no queue ${queueArn}`)
    await queues.send(queue.nameOnAws, body)
    calls.sent(queue.name, [body])
  }
  return uploadDoor({
    ...others,
    buckets: system.buckets,
    credentialsOf: (key) => (isFunction(functionHolding(key)) ? credentialsOf(key) : undefined),
    objection: (accessKeyId, Bucket, Key) => {
      const input = { Bucket, Key }
      return permissions.objection(functionHolding(accessKeyId), { service: 's3', operation: 'PostObject', input })
    },
    tell: sendTo,
  })
}
