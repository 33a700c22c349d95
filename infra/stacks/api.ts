import { Stack } from 'aws-cdk-lib'
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import type { Site } from '../site.ts'

/** The HTTP API without routes and stage: each capability adds its routes, and the edge publishes them. */
export const apiStack = (scope: Construct, { name }: Site): HttpApi =>
  new HttpApi(new Stack(scope, name('api')), 'Api', { apiName: name('api'), createDefaultStage: false })
