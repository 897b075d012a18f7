/**
 * Rules for what providers say about images they refuse, and what it means. The first matching rule applies, so
 * narrow rules come first. The tests quote the messages. If a message is misleading, the rule has its own
 * advice.
 */
import { BODY_TOO_LARGE, REQUEST_OVER_TIER } from '../internal/request-error-code.js';
import type { ImageErrorCode, RequestErrorCode } from '../errors.js';
import type { ProblemCode } from '../messages/types.js';

export type FailureCode = ProblemCode | ImageErrorCode | RequestErrorCode;

export interface FailureRule {
  code: FailureCode;
  /** Tested against the server's code and message together. */
  says: RegExp;
  /** Only for formats that accept no images in the request itself. */
  isWithoutBytes?: true;
  advice: string;
}

// Separate constants, so that bundlers see no side effects and drop unused rules.
const REENCODE =
  'The endpoint cannot read this image. Send it as JPEG or PNG, re-encoded from its pixels.';
const OTHER_MODEL =
  'This model cannot read images, in whatever form they are sent. Choose a model with vision, or send the text alone.';
const OTHER_FORMAT =
  'The endpoint expects another format than the one the request was written in. Choose its wire format in the connection.';
const SEND_ITSELF =
  'This endpoint accepts no links. Send the image itself, as JPEG or PNG. If it already was, the loaded model has no vision: choose one that has.';
const SMALLER = 'The image is too large for this endpoint. Make it smaller and send it again.';

const TOO_LONG =
  'The chat is longer than the model can read. Remove old images or messages, or lower the detail of the images.';

export const failureRules: readonly FailureRule[] = [
  // Sides, patches, bytes
  {
    code: 'image-too-small',
    says: /image_?too_?small|(?:images?|dimensions?|resolution)[^.]{0,40} too small|resolution[^.]{0,20} too low|(?:height|width|side|size)s?\b[^.]{0,60}(?:must|should) (?:(?:both|all|each) )?be (?:larger|greater|bigger|at least|no less|>|≥)|images? (?:must|should) (?:be|have|measure) (?:at least|no less than) \d+ ?(?:[x×]|px|pixels?\b(?! (?:or|in) total))|must be larger than factor|[图圖尺][^。]{0,12}[过過太]小|画像[^。]{0,12}小さすぎ|(?:image|width|height)[^.]{0,60}(?:smaller|less) than (?:the )?(?:minimum|factor|required|\d)|below (?:the )?minimum (?:image|size|width|height|dimension)|do not meet the model restrictions|images?[^.]{0,40} too (?:narrow|thin|short)\b|(?:image|width|height|dimension|resolution)s?\b(?!_)[^.]{0,80}\.? ?\bmin(?:imum)?\b(?: (?:image|size|width|height|side|dimensions?|is|of|required|allowed|pixels|px))*[:=]? ?\d|(?:aspect|height)[- _]?ratio|宽高比|长宽比/i,
    advice:
      'The image is smaller or thinner than this model accepts. Make it larger, or add a margin around it, and send it again.',
  },
  {
    code: 'image-pixels',
    says: /total pixels|too many pixels|number of pixels|pixel (?:count|limit)|megapixels/i,
    advice:
      'The image has more pixels than the endpoint accepts. Make it smaller and send it again.',
  },
  {
    code: 'image-patches',
    says: /requires \d+ patches/i,
    advice:
      'With this detail the image has more patches than the model accepts. Make it smaller, or lower its detail to “high”.',
  },
  {
    code: 'image-side',
    says: /many-image requests/i,
    advice:
      'With this many images in one chat, each side may have at most 2000 px. Make the larger images smaller, or remove old ones.',
  },
  {
    code: 'image-side',
    says: /image_dimensions_too_large|dimensions exceed|(?:image|width|height)[^.]{0,60}(?:exceeds?|larger than)[^.]{0,40}(?:pixels|\dpx)/i,
    advice:
      'A side of the image is longer than the endpoint accepts. Make it smaller and send it again.',
  },
  {
    code: 'image-bytes-total',
    says: /total image size/i,
    advice:
      'All images of the chat together are too large. Make them smaller, remove old ones, or upload them instead.',
  },
  {
    code: 'too-many-images',
    says: /at most (?!0\b)\d+ image|too many images|too much media|(?:fewer|no more) than \d+ images|max(?:imum)? data-uri per request|images? (?:count|limit)[^.]{0,30}exceed/i,
    advice:
      'There are more images in the chat than this model accepts; those of earlier messages count. Remove the oldest.',
  },
  {
    code: 'image-bytes',
    says: /image exceeds \d+ ?[km]b|image[^.]{0,60}(?:exceeds?|larger than|too large)[^.]{0,40}\d ?(?:bytes|[km]i?b)\b|image size exceeds|image_file_too_large|image_too_large|max(?:imum)? bytes per data-uri/i,
    advice: SMALLER,
  },
  {
    code: 'request-bytes',
    says: BODY_TOO_LARGE,
    advice:
      'The whole request is too large. Make the images smaller, remove old ones, or upload them instead of sending them along.',
  },
  {
    code: 'context-tokens',
    says: /context_length_exceeded|exceed_context_size|max_prompt_tokens_exceeded|context_window_exceeded|tokens_limit_reached/i,
    advice: TOO_LONG,
  },
  {
    code: 'context-tokens',
    says: /max(?:imum)? (?:allowed )?(?:context|prompt|model|sequence|input) (?:length|size)/i,
    advice: TOO_LONG,
  },
  {
    code: 'context-tokens',
    says: /(?:exceed\w*|greater than|longer than|larger than|over|beyond|too large for)[^.]{0,60}\b(?:context|prompt|sequence) (?:size|length|limit|window)/i,
    advice: TOO_LONG,
  },
  {
    code: 'context-tokens',
    says: /\b(?:prompt|input|conversation|message)s? (?:is |are )?too long/i,
    advice: TOO_LONG,
  },
  {
    code: 'context-tokens',
    says: /\btokens?\b[^.]{0,80}exceed\w*[^.]{0,60}(?:limit|maximum|allowed)/i,
    advice: TOO_LONG,
  },
  {
    code: 'context-tokens',
    says: /context (?:size|length|window|limit)[^.]{0,20}(?:exceeded|reached)|reached (?:the )?context|context (?:the )?overflow/i,
    advice: TOO_LONG,
  },
  {
    // A limit of the answer alone, such as that of “max_tokens”, is not meant.
    code: 'context-tokens',
    says: /\btokens?\b[^.]{0,60}(?:must be (?:<=|≤)|cannot exceed|only supports? up to|exceeds? max)|must have less than [\d,]+ tokens|prompt_tokens[^.]{0,20}must be less|prompt exceeds max|exceed\w* the max(?:imum)? number of tokens|max(?:imum)? size: [\d,]+ tokens|tokens\) is too large to process/i,
    advice: TOO_LONG,
  },
  { code: 'context-tokens', says: /range of input length should be/i, advice: TOO_LONG },
  // A tier that never accepts this much at once says so with the status of a rate limit.
  { code: 'context-tokens', says: REQUEST_OVER_TIER, advice: TOO_LONG },

  // Where an image may be
  {
    code: 'role-without-images',
    says: /only allowed for messages with role|only (?:be )?(?:used|included) in user messages/i,
    advice: 'Only user messages may contain images. Move the image into the next user message.',
  },

  // Models without vision
  {
    code: 'no-vision',
    says: /at most 0 image|content[^.]{0,30} must be a string|sequence, expected a string|content\.str: input should be a valid string|missing data required for image|image inputs? (?:is|are) not (?:supported|enabled)|unsupported content (?:part )?type[^.]{0,10}image|image_url[^.]{0,30}not supported|mmproj|text[- ]only model|(?:images?|vision) (?:is|are) not (?:supported|enabled)|(?:does not|doesn't) (?:have|accept) (?:image|vision)|only supported by certain models|unknown variant `?image_url|no endpoints found that support image|(?:does not|doesn't|cannot) support (?:image(?! (?:format|type|url|file))|vision|multimodal)|unexpected item type in content|not a (?:vision|multimodal) model|vision is not (?:supported|enabled)/i,
    advice: OTHER_MODEL,
  },
  {
    // The list of accepted types names no kind of image.
    code: 'no-vision',
    says: /supported values are:(?![^.]*image)[^.]*text/i,
    advice: OTHER_MODEL,
  },
  {
    code: 'unsupported-by-wire',
    says: /supported values are:[^.]*(?:input_image|image_url)|expected an (?:object|image url), but got|unknown parameter: '[^']*content\[\d+\]|unknown name "\w+" at 'contents|input tag '\w*' found using 'type'/i,
    advice: OTHER_FORMAT,
  },

  // What an image is
  {
    code: 'url-form',
    says: /base64 decoding failed[^]{0,20}data:/i,
    advice:
      'The image was sent with “data:…;base64,” inside its base64. Send its base64 without it, or add the image again.',
  },
  {
    code: 'empty-image',
    says: /empty_image_file|image (?:data )?(?:is|cannot be|must not be) empty|empty (?:base64|image)/i,
    advice: 'The image has no bytes. Remove it and add it again.',
  },
  {
    code: 'media-type',
    says: /unsupported mime type|unsupported ?image ?(?:format|type)|image (?:format|type)[^.]{0,40}not supported|not support[^.]{0,20} image (?:format|type)|enum value set: \[[^\]]*(?:jpeg|png)|invalid (?:image )?(?:mime|media)[ _]?type|unsupported_image_media_type|invalid_image_format|media_type: input should be|does not match the provided media type|appears to be an? \S+ image|make sure your image has of one|one the following formats|sanitizer_server_error|unsupported image format|image format is illegal|图片输入格式|invalid image input/i,
    advice: REENCODE,
  },
  {
    code: 'damaged',
    says: /does not represent a valid image|image is not valid|not a valid image|invalid image data|could not process image|unable to process input image|unsupported image|fail(?:ed|ure) to (?:get loaded|load|decode|process|open|read|parse)(?: the)? image(?! from)|cannot (?:identify|decode|open|read) (?:the )?image|image[^.]{0,30}(?:corrupt|truncated|(?:cannot|could not) be (?:decoded|read|processed))|base64 decoding failed|image_parse_error|invalid_base64_image|make sure your image is valid|invalid image file|invalid base64/i,
    advice:
      'The endpoint cannot read this image. Send it as JPEG or PNG, re-encoded from its pixels. If the file itself is damaged, add another copy of it.',
  },

  // Where an image is
  {
    code: 'url-not-reachable',
    says: /download[^.]{0,30} timed out|unsupported content-type[^.]{0,30}downloading|(?:cannot|could not|can't) be (?:fetched|downloaded|retrieved)|(?:timeout|error) (?:while |when )?(?:downloading|fetching|retrieving)|fetch(?:ing)? (?:the )?(?:image|url|file|content)[^.]{0,30}fail|robots\.txt|\burl=.?https?:|url[^.]{0,60}(?:not accessible|inaccessible|unreachable|timed out|is not reachable)|failed to (?:fetch|retrieve|load image from)|failed to download|failed_to_download_image|(?:could not|cannot|can't|unable to) (?:download|fetch|retrieve|access the (?:url|image))/i,
    advice:
      'The endpoint could not fetch the image from its link in time: the host is slow, private or blocks robots. Send the image itself.',
  },
  {
    code: 'not-found',
    says: /image_file_not_found|permission to access the file[^]*may not exist|(?:no such|cannot find|could not find)[^.]{0,20} file|file[^.]{0,80}(?:not found|does not exist|has expired)/i,
    advice: 'The uploaded image is no longer there. Upload it again, then send it again.',
  },
  {
    code: 'url-form',
    says: /expected a valid url|invalid[ _]image[ _]url/i,
    isWithoutBytes: true,
    advice:
      'This endpoint accepts images as public https links or as uploads, never as base64. Upload the image and send its id.',
  },
  {
    code: 'url-form',
    says: /image urls are not currently supported|must be a base64 encoded image/i,
    advice: SEND_ITSELF,
  },
  {
    code: 'url-form',
    says: /without the 'data:' prefix/i,
    advice:
      'The image was sent as bare base64. Put “data:image/jpeg;base64,” with its own type before it.',
  },
  {
    code: 'url-form',
    says: /expected a valid url|invalid[ _]image[ _]url|must be a valid http|url does not appear to be valid/i,
    advice:
      'The link of the image is not a complete, public address. Links of this page or this computer cannot be fetched from outside: send the image itself.',
  },
  {
    code: 'damaged',
    says: /invalid_image\b/i,
    advice: REENCODE,
  },
];

/** What a request error means if nothing is said about an image. */
export const requestAdvice: Readonly<Partial<Record<RequestErrorCode, string>>> = {
  'key-refused': 'The key or the sign-in was not accepted. Check the key, or sign in again.',
  'content-filter':
    'A filter of the provider refused this message. Change its words, or remove the image that may have caused it.',
  forbidden:
    'This key does not allow this, or not from this region. Check its rights and the model.',
  'not-found':
    'The address or the model is not known there. Check the base URL and the name of the model.',
  'rate-limited': 'Too many requests for now. Wait a little and send it again.',
  'quota-exceeded': 'The account has no credit left. Check its plan and billing.',
  overloaded: 'The endpoint is busy. Wait a little and send it again.',
  'server-error': 'The endpoint had an internal error. Send it again in a moment.',
};
