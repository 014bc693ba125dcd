/// The playground's server: a page, and beside it a small API that the page asks.
///
/// ```
/// request ──▶ Guard ──▶ Front ──▶ Assets             files of the page, all known at the start
///                            └──▶ Desk ──▶ Worker     computations, in processes of their own
/// ```
///
/// - [Guard] says who may ask: the Host and Origin of a request, the token of an open address.
/// - [Front] finds the answer for a path, and turns whatever goes wrong into a status and a
///   sentence.
/// - `desk` shares the worker processes among clients and ends computations that take too long.
/// - `work` is what runs in these processes: questions as JSON in, answers as JSON out.
///
/// No path of a request reaches the file system, and nothing of a request is kept.
package dev.jacobi.web;
