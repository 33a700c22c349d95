import type { IncomingMessage } from 'node:http'
import type { Clock } from '../../shared/kernel/time.ts'
import type { Credentials } from '../functions/credentials.ts'
import type { ObjectServer } from '../objects/object-server.ts'
import type { BucketSpec } from '../template/buckets.ts'
import { postedEvent } from './object-event.ts'
import { type PostFields, receivePost, type SizeRange } from './post-form.ts'
import { judgePolicy, policyIn } from './post-policy.ts'
import { accessDenied, missingField, PostRefusal } from './post-refusal.ts'
import { signerOf } from './post-signature.ts'

export type TakingDeps = {
  objects: Pick<ObjectServer, 'put'>
  /** Undefined for a key that nobody has. */
  credentialsOf: (accessKeyId: string) => Credentials | undefined
  /** Why whoever has that key may not put a file there by a form; undefined where they may. */
  objection: (accessKeyId: string, bucket: string, key: string) => string | undefined
  /** Puts a message of S3 into a queue, by its ARN. */
  tell: (queueArn: string, body: string) => Promise<void>
  clock: Clock
}

/** A file that was taken; `status`: what the form wants to be answered, where it says so. */
export type Taken = { key: string; etag: string; status: string | undefined }

/** Fields that mean something here. What another one asks for would be passed over. */
const KNOWN =
  /^(?:key|content-type|policy|bucket|success_action_status|x-ignore-.*|x-amz-(?:algorithm|credential|date|signature|security-token))$/

const assertKnown = (fields: PostFields): void => {
  const unknown = [...fields.keys()].find((name) => !KNOWN.test(name))
  if (unknown !== undefined)
    throw new PostRefusal('NotImplemented', 501, `The engine on this machine does not know the field ${unknown}`)
}

/** Who may put what is judged in the order of S3: the signature first, then the policy, then the role of who signed it. */
const judge = (deps: TakingDeps, bucket: BucketSpec, fields: PostFields): SizeRange => {
  const key = fields.get('key')
  if (!key) throw missingField('key')
  const signer = signerOf(fields, bucket.region, deps.credentialsOf)
  const policy = policyIn(fields.get('policy') ?? '')
  const range = judgePolicy(policy, { fields, bucket: bucket.nameOnAws, now: deps.clock.now() })
  assertKnown(fields)
  const objection = deps.objection(signer, bucket.nameOnAws, key)
  if (objection !== undefined) throw accessDenied(objection)
  return range
}

/** Takes a file from a form, keeps it, and tells of it whoever the templates say. Throws a PostRefusal, or CallerGone. */
export const takePost = async (deps: TakingDeps, bucket: BucketSpec, request: IncomingMessage): Promise<Taken> => {
  const { fields, bytes } = await receivePost(request, (found) => judge(deps, bucket, found))
  const fieldOf = (name: string): string => fields.get(name) ?? ''
  const key = fieldOf('key')
  const type = fields.get('content-type') ?? 'binary/octet-stream'
  const etag = await deps.objects.put(bucket.nameOnAws, key, bytes, type)
  const by = { principal: fieldOf('x-amz-credential').split('/')[0] ?? '', now: deps.clock.now() }
  const event = JSON.stringify(postedEvent(bucket, { key, size: bytes.length, etag }, by))
  for (const { queueArn, prefix, suffix } of bucket.notifications)
    if (key.startsWith(prefix) && key.endsWith(suffix)) await deps.tell(queueArn, event)
  return { key, etag, status: fields.get('success_action_status') }
}
