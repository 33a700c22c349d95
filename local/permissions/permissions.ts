import type { RawAnswer } from '../aws-json.ts'
import { awsDenial } from '../proxy/aws-answer.ts'
import type { WireCall } from '../proxy/call.ts'
import type { FunctionSpec } from '../template/functions.ts'
import type { System } from '../template/system.ts'
import { type Decision, type Policy, policyOf, type Request } from './policy.ts'
import { type Asked, askedIfMissing, askingFor } from './requests.ts'
import type { Uses } from './uses.ts'

/** What each function may do: what its role allows and no policy of a key or queue forbids. */
export type Permissions = {
  /** Why the function may not make a call, in AWS's words; undefined for one it may make. */
  objection(fn: string, call: Asked): string | undefined
  /** AWS's answer to a call that the function may not make; undefined for one it may. */
  refusal(fn: string, call: WireCall): RawAnswer | undefined
  /** What it is answered where a file was not found: that, or AWS's refusal to say so. */
  notFound(fn: string, call: WireCall, answer: RawAnswer): RawAnswer
  /** Whether Lambda may do something under the role of the function. */
  may(fn: string, action: string, resource: string): boolean
}

/** Why it is refused, as AWS says it. Only keys are closed to what their own policy does not allow. */
const reasonAgainst = (action: string, ofRole: Decision, ofResource: Decision): string | undefined => {
  if (ofRole.kind === 'denied') return 'with an explicit deny in an identity-based policy'
  if (ofResource.kind === 'denied') return 'with an explicit deny in a resource-based policy'
  if (ofRole.kind === 'unmentioned') return `because no identity-based policy allows the ${action} action`
  if (ofResource.kind === 'unmentioned' && action.startsWith('kms:'))
    return `because no resource-based policy allows the ${action} action`
  return undefined
}

/** Who calls, as AWS names somebody who has taken on a role. */
const userOf = ({ role, nameOnAws }: FunctionSpec): string => {
  const [, partition, , , account] = role.split(':')
  return `arn:${partition}:sts::${account}:assumed-role/${role.slice(role.lastIndexOf('/') + 1)}/${nameOnAws}`
}

type Judge = (request: Request) => string | undefined

/** Answers why a request of this function is refused; undefined where it is allowed, which is noted as a use. */
const judgeOf = (spec: FunctionSpec, byRole: Policy, byResource: Policy, uses: Uses): Judge => {
  const user = userOf(spec)
  const caller = { 'aws:PrincipalArn': [spec.role], 'aws:SecureTransport': ['true'] }
  return (request) => {
    const asked = { ...request, context: { ...request.context, ...caller } }
    const ofRole = byRole(asked)
    // SQS alone has always written its actions so.
    const action = request.action.startsWith('sqs:') ? request.action.toLowerCase() : request.action
    const reason = reasonAgainst(action, ofRole, byResource(asked))
    if (reason === undefined) {
      if (ofRole.kind === 'allowed') uses.used(spec.name, ofRole.by)
      return undefined
    }
    const message = `User: ${user} is not authorized to perform: ${action} on resource: ${request.resource} ${reason}`
    uses.refused(spec.name, message)
    return message
  }
}

/** Reads the policies of the system once. Throws TemplateError for those the engine cannot judge. */
export const permissionsOf = (system: System, uses: Uses): Permissions => {
  const byResource = policyOf(system.resourceStatements)
  const roles = new Map(system.roles.map(({ arn, statements }) => [arn, policyOf(statements)]))
  const functions = new Map(
    system.functions.map((spec) => {
      const byRole = roles.get(spec.role) ?? policyOf([])
      const { arn } = spec
      return [spec.name, { arn, asking: askingFor(arn, system), judge: judgeOf(spec, byRole, byResource, uses) }]
    }),
  )
  const of = (fn: string) => {
    const found = functions.get(fn)
    if (!found) throw new Error(`there is no function ${fn}`)
    return found
  }
  const objection: Permissions['objection'] = (fn, call) => {
    const { asking, judge } = of(fn)
    for (const request of asking(call)) {
      const message = judge(request)
      if (message !== undefined) return message
    }
    return undefined
  }
  return {
    objection,
    refusal: (fn, call) => {
      const message = objection(fn, call)
      return message === undefined ? undefined : awsDenial(call.service, message)
    },
    notFound: (fn, call, answer) => {
      const { arn, judge } = of(fn)
      const asked = askedIfMissing(arn, call)
      const message = asked && judge(asked)
      return message === undefined ? answer : awsDenial(call.service, message)
    },
    may: (fn, action, resource) => of(fn).judge({ action, resource, context: {} }) === undefined,
  }
}
