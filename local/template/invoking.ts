import * as z from 'zod/mini'
import { fitting } from '../permissions/pattern.ts'
import { nameInArn } from './arn.ts'
import type { Resource } from './names.ts'
import { partitionOf, TemplateError } from './resolve.ts'
import type { World } from './world.ts'

const permission = z.object({
  Action: z.literal('lambda:InvokeFunction'),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string(),
})

/** Throws TemplateError unless a service of AWS may invoke a function, by its name here, for what has the ARN `source`. */
export type Invoking = (by: Resource, fn: string, principal: string, source: string) => void

/** Reads who may invoke which function. On AWS a route or rule without its permission is made, and then never served. */
export const readInvoking = (world: World): Invoking => {
  const permissions = world.ofType('AWS::Lambda::Permission').map((resource) => {
    const { FunctionName, Principal, SourceArn } = world.read(resource, permission)
    return { fn: world.label(nameInArn(FunctionName)), principal: Principal, fits: fitting(SourceArn) }
  })
  return ({ stack, at }, fn, principal, source) => {
    if (permissions.some((one) => one.fn === fn && one.principal === principal && one.fits(source))) return
    throw new TemplateError(`stack ${stack.name}, ${at}: ${principal} has no permission to invoke ${fn} for ${source}`)
  }
}

/** What API Gateway calls a route of an API when it invokes a function. */
export const routeArn = ({ stack, name }: Resource, routeKey: string): string => {
  const [method, path = ''] = routeKey.split(' ')
  return `arn:${partitionOf(stack.region)}:execute-api:${stack.region}:${stack.account}:${name}/$default/${method}${path}`
}
