import * as z from 'zod/mini'
import type { Millis } from '../../shared/kernel/time.ts'
import { readInvoking, routeArn } from './invoking.ts'
import type { Resource } from './names.ts'
import { TemplateError } from './resolve.ts'
import type { World } from './world.ts'

/** One route of the HTTP API and the function that answers it. */
export type RouteSpec = { routeKey: string; fn: string; timeoutMs: Millis }

const route = z.object({ RouteKey: z.string(), Target: z.string() })
const integration = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  /** API Gateway waits at most this long. */
  TimeoutInMillis: z._default(z.number(), 30_000),
})

/** Accepts the plain ARN of a function, and the form that API Gateway's own ARNs wrap around it. */
const functionOf = (uri: string): string => uri.replace(/\/invocations$/, '').replace(/^.*:function:/, '')

const fault = ({ stack, at }: Resource, what: string): TemplateError =>
  new TemplateError(`stack ${stack.name}, ${at}: ${what}`)

/**
 * Every route of the templates' HTTP API. Throws TemplateError if the assembly has more than one HTTP API, and for a route whose function
 * that API may not invoke.
 */
export const readRoutes = (world: World): RouteSpec[] => {
  const [api, second] = world.ofType('AWS::ApiGatewayV2::Api')
  if (second) throw fault(second, 'the local engine serves one HTTP API')
  const assertInvokes = readInvoking(world)
  const integrations = world.ofType('AWS::ApiGatewayV2::Integration')
  return world.ofType('AWS::ApiGatewayV2::Route').map((resource) => {
    const { RouteKey, Target } = world.read(resource, route)
    const id = Target.replace(/^integrations\//, '')
    const target = integrations.find((found) => found.name === id && found.stack === resource.stack)
    if (!target) throw fault(resource, `no integration ${id}`)
    const { IntegrationUri, TimeoutInMillis } = world.read(target, integration)
    const fn = world.label(functionOf(IntegrationUri))
    if (!api) throw fault(resource, 'there is no HTTP API')
    assertInvokes(resource, fn, 'apigateway.amazonaws.com', routeArn(api, RouteKey))
    return { routeKey: RouteKey, fn, timeoutMs: TimeoutInMillis }
  })
}
