import type { Answer } from '../wire/answer.js';

/** The token endpoints speak RFC 6749's errors, not the problems of the rest of the API. */
function oauthProblem(status: number, error: string, description: string): Answer {
  return { status, body: { error, error_description: description } };
}

export const invalidToken = (): Answer =>
  oauthProblem(400, 'invalid_request', 'Value passed for the token was invalid.');

export const invalidCode = (): Answer =>
  oauthProblem(400, 'invalid_request', 'Value passed for the authorization code was invalid.');

export const invalidVerifier = (): Answer =>
  oauthProblem(
    400,
    'invalid_request',
    'Value passed for the code verifier did not match the code challenge.',
  );

export const invalidRedirect = (): Answer =>
  oauthProblem(
    400,
    'invalid_request',
    'Value passed for the redirect uri did not match the uri of the authorization code.',
  );

export const missingParameter = (name: string): Answer =>
  oauthProblem(400, 'invalid_request', `Missing required parameter [${name}].`);

export const unsupportedGrant = (): Answer =>
  oauthProblem(400, 'unsupported_grant_type', 'Value passed for the grant type is not supported.');

export const unauthorizedClient = (): Answer =>
  oauthProblem(401, 'unauthorized_client', 'Missing valid authorization header');
