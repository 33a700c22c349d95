import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../shared/kernel/time.ts'
import type { Activity } from '../activity.ts'
import type { RawAnswer } from '../aws-json.ts'
import { eventualRead } from '../dynamodb/eventual-read.ts'
import type { Faults } from '../faults.ts'
import type { Caller } from '../functions/functions.ts'
import { CallerGone, readBody } from '../http-api/body.ts'
import type { Permissions } from '../permissions/permissions.ts'
import { AwsRefusal, awsError, type Service } from './aws-answer.ts'
import { type WireCall, wireCall } from './call.ts'
import type { Calls } from './calls.ts'
import { conflictAnswer, throttledAnswer } from './injected.ts'

/** Executes a call; rejects if the emulator cannot be reached, throws AwsRefusal to refuse. */
export type Backend = (call: WireCall) => Promise<RawAnswer> | RawAnswer

type Options = {
  backends: Record<Service, Backend>
  callerOf: (accessKeyId: string) => Caller | undefined
  permissions: Permissions
  faults: Faults
  calls: Calls
  activity: Activity
  clock: Clock
  /** Told about faults of the engine's own. */
  fault: (error: unknown) => void
}

/** No answer: the connection to the worker that called is closed. */
type Reply = RawAnswer | 'killed'

/** The largest request here is a file; a transaction has 4 MB, which base64 makes longer. */
const BODY_LIMIT = 64 * 1024 * 1024

const isUnreachable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(String(error.code))

const reach = async (backend: Backend, call: WireCall): Promise<RawAnswer> => {
  try {
    return await backend(call)
  } catch (error) {
    if (error instanceof AwsRefusal) return awsError(call.service, error.type, error.message)
    if (!isUnreachable(error)) throw error
    // The emulator is being restarted; the SDK sees what it sees of an AWS service in trouble.
    return awsError(call.service, 'InternalServerError', 'The service cannot be reached', {}, 500)
  }
}

/** The door to every AWS service. Only here is it known who calls what, so here permissions are judged and faults strike. */
export const awsProxy = ({
  backends,
  callerOf,
  permissions,
  faults,
  calls,
  activity,
  clock,
  fault,
}: Options): RequestListener => {
  const execute = async (call: WireCall, caller: Caller): Promise<Reply> => {
    const { fn } = caller
    const { service, operation } = call
    calls.record({ fn, service, operation })
    const read = eventualRead(call)
    if (read !== undefined) calls.recordEventual({ fn, read })
    const refusal = permissions.refusal(fn, call)
    if (refusal) return refusal
    const rule = faults.ofCall({ fn, operation })
    if (rule?.action === 'conflict') return conflictAnswer(call)
    if (rule?.action === 'throttle') return throttledAnswer(call)
    if (rule?.action === 'delay') await sleep(rule.ms)
    if (rule?.action !== 'kill_before') {
      const reached = await reach(backends[service], call)
      const answer = reached.status === 404 ? permissions.notFound(fn, call, reached) : reached
      if (rule?.action === 'throttle_after') return throttledAnswer(call)
      if (rule?.action !== 'kill_after') return answer
    }
    await caller.kill()
    return 'killed'
  }

  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const body = await readBody(request, BODY_LIMIT)
    const { method = '', url = '' } = request
    const call = body && wireCall(request.headers, body, { method, path: url })
    if (!call) return awsError('dynamodb', 'UnknownOperationException', 'No call to a service that runs here')
    const caller = callerOf(call.accessKeyId)
    if (!caller) {
      return awsError(call.service, 'UnrecognizedClientException', 'No function holds this access key', {}, 403)
    }
    return execute(call, caller)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const ended = activity.begin()
    try {
      const reply = await answer(request)
      if (reply === 'killed') return void request.socket.destroy()
      // The SDK compares its clock with this header, and its clock is shifted; the emulators' own is not.
      const date = new Date(clock.now()).toUTCString()
      // What is told of a file without its body is how long that would be.
      const length = request.method === 'HEAD' ? {} : { 'content-length': reply.body.length }
      response.writeHead(reply.status, { ...reply.headers, date, ...length })
      response.end(reply.body)
    } catch (error) {
      request.socket.destroy()
      if (!(error instanceof CallerGone)) fault(error)
    } finally {
      ended()
    }
  }

  return (request, response) => void serve(request, response)
}
