/** What providers are known to say when they refuse a request. docs/errors.md has an entry for each. */

/** The error object of OpenAI and of the many servers that copied it. */
export const openai = (
  message: string,
  param: string | null = null,
  code: string | null = null,
): string => JSON.stringify({ error: { message, type: 'invalid_request_error', param, code } });
export const anthropic = (message: string, type = 'invalid_request_error'): string =>
  JSON.stringify({ type: 'error', error: { type, message }, request_id: 'req_1' });

interface Refusal {
  says: string;
  body?: string;
  code: string;
  status?: number;
  wire?: string;
  imageIndex?: number;
}

export const refusals: readonly Refusal[] = [
  {
    says: "Invalid type for 'messages[1].content[1].image_url': expected an object, but got a string instead.",
    code: 'unsupported-by-wire',
    imageIndex: 1,
  },
  {
    says: "Invalid type for 'input[12].content[3].image_url': expected an image URL, but got an object instead.",
    code: 'unsupported-by-wire',
    wire: 'openai-responses',
    imageIndex: 3,
  },
  {
    says: "Invalid value: 'image'. Supported values are: 'text' and 'image_url'.",
    body: openai(
      "Invalid value: 'image'. Supported values are: 'text' and 'image_url'.",
      'messages[0].content[1].type',
    ),
    code: 'unsupported-by-wire',
    imageIndex: 1,
  },
  {
    says: "Invalid value: 'text'. Supported values are: 'input_text', 'input_image', 'output_text', 'refusal', 'input_file', 'computer_screenshot', and 'summary_text'.",
    code: 'unsupported-by-wire',
    wire: 'openai-responses',
  },
  {
    says: "Invalid value: 'input_image'. Supported values are: 'text', 'image_url', 'input_audio'.",
    code: 'unsupported-by-wire',
  },
  {
    says: "Invalid value: 'input_image'. Supported values are: 'input_text'.",
    code: 'no-vision',
    wire: 'openai-responses',
  },
  {
    says: "Invalid 'input[1].content[2].image_url'. Expected a valid URL, but got a value with an invalid format.",
    code: 'url-form',
    wire: 'openai-responses',
    imageIndex: 2,
  },
  {
    says: "Invalid 'content[1].image_url.url'. Expected a valid URL, but got a value with an invalid format.",
    code: 'url-form',
    wire: 'openai-assistants',
    imageIndex: 1,
  },
  {
    says: "Invalid image URL: 'messages[0].content[1].image_url.url'. Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU='), but got a value without the 'data:' prefix.",
    code: 'url-form',
    imageIndex: 1,
  },
  {
    says: "Invalid image URL: 'messages[0].content[2].image_url.url'. Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU='), but got unsupported MIME type 'application/octet-stream'.",
    code: 'media-type',
    imageIndex: 2,
  },
  {
    says: 'Invalid image URL. The URL must be a valid HTTP or HTTPS URL, or a data URL with base64 encoding.',
    code: 'url-form',
  },
  {
    says: 'Invalid content type. image_url is only supported by certain models.',
    body: openai(
      'Invalid content type. image_url is only supported by certain models.',
      'messages.[1].content.[1].type',
    ),
    code: 'no-vision',
    imageIndex: 1,
  },
  {
    says: "You uploaded an unsupported image. Please make sure your image has of one the following formats: ['png', 'jpeg', 'gif', 'webp'].",
    code: 'media-type',
  },
  {
    says: "You uploaded an unsupported image. Please make sure your image is below 20 MB in size and is of one the following formats: ['png', 'jpeg', 'gif', 'webp'].",
    body: openai(
      "You uploaded an unsupported image. Please make sure your image is below 20 MB in size and is of one the following formats: ['png', 'jpeg', 'gif', 'webp'].",
      null,
      'sanitizer_server_error',
    ),
    code: 'media-type',
  },
  {
    says: 'You uploaded an unsupported image. Please make sure your image is valid.',
    code: 'damaged',
  },
  {
    says: 'Timeout while downloading https://example.com/a.png.',
    body: openai('Timeout while downloading https://example.com/a.png.', null, 'invalid_image_url'),
    code: 'url-not-reachable',
  },
  {
    says: 'Error while downloading https://example.com/a.png.',
    body: openai('Error while downloading https://example.com/a.png.', 'url', 'invalid_value'),
    code: 'url-not-reachable',
  },
  {
    says: 'Failed to download image from https://example.com/a.png. Image size exceeds the limit.',
    body: openai(
      'Failed to download image from https://example.com/a.png. Image size exceeds the limit.',
      null,
      'invalid_image',
    ),
    code: 'image-bytes',
  },
  {
    says: "Invalid 'messages[234]'. Image URLs are only allowed for messages with role 'user', but this message with role 'tool' contains an image URL.",
    code: 'role-without-images',
  },
  {
    says: 'The image you provided requires 35721 patches after processing, exceeding the limit of 30000. Please resize the image and try again.',
    body: openai(
      'The image you provided requires 35721 patches after processing, exceeding the limit of 30000. Please resize the image and try again.',
      null,
      'invalid_value',
    ),
    code: 'image-patches',
  },
  {
    says: 'Total image size is 50.56MB, which exceeds the allowed limit of 50MB.',
    body: openai(
      'Total image size is 50.56MB, which exceeds the allowed limit of 50MB.',
      'messages',
    ),
    code: 'image-bytes-total',
  },
  {
    says: 'The image data you provided does not represent a valid image. Please check your input and try again.',
    code: 'damaged',
    wire: 'openai-responses',
  },
  {
    says: 'messages.2.content.0.image.source.base64: image exceeds 5 MB maximum: 8259148 bytes > 5242880 bytes',
    code: 'image-bytes',
    wire: 'anthropic-messages',
    imageIndex: 0,
  },
  {
    says: 'messages.2.content.0.image.source.base64: image exceeds 10 MB maximum: 10587636 bytes > 10485760 bytes',
    code: 'image-bytes',
    wire: 'anthropic-messages',
    imageIndex: 0,
  },
  {
    says: 'messages.0.content.4.image.source.base64.data: At least one of the image dimensions exceed max allowed size for many-image requests: 2000 pixels',
    code: 'image-side',
    wire: 'anthropic-messages',
    imageIndex: 4,
  },
  {
    says: 'messages.0.content.1.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 8000 pixels',
    code: 'image-side',
    wire: 'anthropic-messages',
    imageIndex: 1,
  },
  {
    says: 'messages.11.content.7.image.source.base64.data: Image does not match the provided media type image/png',
    code: 'media-type',
    wire: 'anthropic-messages',
    imageIndex: 7,
  },
  {
    says: 'The image was specified using the image/png media type, but the image appears to be a image/jpeg image',
    code: 'media-type',
    wire: 'anthropic-messages',
  },
  {
    says: "messages.0.content.1.image.source.base64.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'",
    code: 'media-type',
    wire: 'anthropic-messages',
    imageIndex: 1,
  },
  { says: 'Could not process image', code: 'damaged', wire: 'anthropic-messages' },
  {
    says: 'Request exceeds the maximum size',
    body: anthropic('Request exceeds the maximum size', 'request_too_large'),
    code: 'request-bytes',
    status: 413,
    wire: 'anthropic-messages',
  },
  {
    says: 'Unable to process input image.',
    body: '{"error":{"code":400,"message":"Unable to process input image. Please retry or report in https://x.example","status":"INVALID_ARGUMENT"}}',
    code: 'damaged',
    wire: 'gemini-generate',
  },
  { says: 'At most 1 image(s) may be provided in one prompt.', code: 'too-many-images' },
  {
    says: "'url' field must be a base64 encoded image.",
    body: `{"error":"'url' field must be a base64 encoded image."}`,
    code: 'url-form',
  },
  {
    says: 'image URLs are not currently supported, please use base64 encoded data instead',
    code: 'url-form',
  },
  { says: 'invalid image input', code: 'media-type' },
  {
    says: 'image input is not supported - hint: if this is unexpected, you may need to provide the mmproj',
    status: 500,
    code: 'no-vision',
  },
  {
    says: 'Failed to deserialize the JSON body into the target type: messages[0]: unknown variant `image_url`, expected `text` at line 1 column 120',
    code: 'no-vision',
  },
  { says: 'No endpoints found that support image input', status: 404, code: 'no-vision' },
  { says: 'Too many images provided. This model supports up to 3 images', code: 'too-many-images' },
  {
    says: 'Invalid request: prepare image failed: failed to decode image: invalid or unsupported image format',
    code: 'media-type',
  },
  {
    says: '图片输入格式/解析错误',
    body: '{"error":{"code":"1210","message":"图片输入格式/解析错误"}}',
    code: 'media-type',
  },
  {
    says: 'The provided messages input is invalid. The error info is [Unexpected item type in content].',
    code: 'no-vision',
  },
  // Measured elsewhere
  { says: 'Exceeded limit on max bytes per data-uri item : 20971520', code: 'image-bytes' },
  { says: 'Exceeded limit on max data-uri per request: 250', code: 'too-many-images' },
  {
    says: 'Too many images were provided, we currently limit the number of images per conversation to 60',
    code: 'too-many-images',
  },
  {
    says: 'The input token count exceeds the maximum number of tokens allowed 1048576.',
    code: 'context-tokens',
    wire: 'gemini-generate',
  },
];

const CONTEXT = 'context-tokens';

/** Message, code and, if it is not 400, status. */
export const shortRefusals: Array<[says: string, code: string, status?: number]> = [
  ['the request exceeds the available context size. try increasing it', CONTEXT, 500],
  ['The prompt (length 33015) is longer than the maximum model length of 32768.', CONTEXT],
  ['Input is too long for requested model.', CONTEXT],
  [
    'The input token count (1234567) exceeds the maximum number of tokens allowed (1048576).',
    CONTEXT,
  ],
  ['Request too large for m on tokens per min (TPM): Limit 30000, Requested 47512.', CONTEXT, 429],
  [
    'Rate limit reached for m on tokens per min (TPM): Limit 30000, Used 29011, Requested 2741. Please try again in 3.504s.',
    'rate-limited',
    429,
  ],
  ['Request payload size exceeds the limit: 20971520 bytes.', 'request-bytes'],
  ['Cannot fetch content from the provided URL.', 'url-not-reachable'],
  ["This URL is disallowed by the website's robots.txt file.", 'url-not-reachable'],
  ['At most 0 image(s) may be provided in one prompt.', 'no-vision'],
  ['At most 4 image(s) may be provided in one prompt.', 'too-many-images'],
  ['image input is not supported by this server', 'no-vision', 500],
  ['Failed to parse messages: Unsupported content part type: "image_url"', 'no-vision', 500],
  ['height:27 or width:257 must be larger than factor:28', 'image-too-small', 500],
  ['The image is too small. The minimum is 32 px.', 'image-too-small'],
  [
    'Image 0 failed: Image exceeds the maximum allowed total pixels. Current dimensions: 4634x12324 = 57109416 pixels. Maximum allowed: 36000000 pixels.',
    'image-pixels',
  ],
  ['Failed to get loaded image state for token at index 14', 'damaged', 500],
  ['The request failed because the image format is not supported by the API.', 'media-type'],
  ['Base64 decoding failed for "data:image/png;base64"', 'url-form'],
  [
    'You do not have permission to access the File abc123xyz or it may not exist.',
    'not-found',
    403,
  ],
  ['Input was flagged', 'content-filter', 403],
  [
    "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
    'content-filter',
  ],
  ['The API key has no permission for this model', 'forbidden', 403],
  ['`inputs` tokens + `max_new_tokens` must be <= 8193. Given: 9000 and 512', CONTEXT, 422],
  ['`inputs` must have less than 1024 tokens. Given: 3000', CONTEXT, 422],
  ['the input token count is 1200000 but model only supports up to 1048576.', CONTEXT],
  ['total number of tokens in the prompt cannot exceed 4081 - received 5000.', CONTEXT],
  ['Total tokens of image and text exceed max message tokens.', CONTEXT],
  ['length of prompt_tokens (40000) must be less than max_seq_len (32768).', CONTEXT],
  ['Prompt exceeds max length', CONTEXT],
  ['The request exceeds the maximum number of tokens the model supports', CONTEXT],
  ['Context size has been exceeded.', CONTEXT, 500],
  ['Reached context length of 4096 tokens with model (arch: llama)', CONTEXT],
  ['Trying to keep the first 4567 tokens when context the overflows.', CONTEXT],
  ['Request body too large for this model. Max size: 8000 tokens.', CONTEXT, 413],
  ['input (1025 tokens) is too large to process. increase the batch size', CONTEXT, 500],
  ['`max_tokens` must be less than or equal to `8192`', 'bad-request'],
  ['Too much media: 0 document pages + 101 images > 100', 'too-many-images'],
  [
    "'messages.0' : the following must be satisfied[('messages.0.content' : value must be a string)]",
    'no-vision',
  ],
  ['messages[1].content: invalid type: sequence, expected a string', 'no-vision'],
  [
    'failed to process inputs: this model is missing data required for image input',
    'no-vision',
    500,
  ],
  ['Image inputs are not supported by this model.', 'no-vision'],
  ['Image input is not enabled for this model', 'no-vision'],
  ['Provided image is not valid.', 'damaged'],
  ['Invalid image data.', 'damaged'],
  ['The image format is illegal and cannot be opened.', 'media-type'],
  ['The provided URL does not appear to be valid.', 'url-form'],
  ['Download the media resource timed out during the inspection.', 'url-not-reachable'],
  ["File could not be fetched from url 'https://pictures.example/a.jpg'", 'url-not-reachable'],
  ['Unsupported content-type encountered when downloading image.', 'url-not-reachable'],
  ['Body exceeded 1mb limit', 'request-bytes', 500],
  ['Payload reached size limit.', 'request-bytes'],
];
