import { Duration, Stack } from 'aws-cdk-lib'
import { CorsHttpMethod, type CorsPreflightOptions, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import { EXECUTE_API_OFF } from '../config.ts'
import type { Site } from '../site.ts'

/** Pages of these origins may call with a token; no cookie goes with it, so that no page acts as whoever is signed in at ours. */
const corsOf = (origins: readonly string[]): CorsPreflightOptions => ({
  allowOrigins: [...origins],
  allowMethods: [
    ...[CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT],
    ...[CorsHttpMethod.PATCH, CorsHttpMethod.DELETE],
  ],
  allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'accept-language'],
  exposeHeaders: ['retry-after', 'shiming-enforcement', 'x-request-id'],
  maxAge: Duration.hours(1),
})

/** The HTTP API without routes and stage: each capability adds its routes, and the edge publishes them. */
export const apiStack = (scope: Construct, { name, config }: Site): HttpApi =>
  new HttpApi(new Stack(scope, name('api')), 'Api', {
    apiName: name('api'),
    createDefaultStage: false,
    disableExecuteApiEndpoint: config.executeApi === EXECUTE_API_OFF,
    ...(config.corsOrigins.length > 0 && { corsPreflight: corsOf(config.corsOrigins) }),
  })
