import Testing

/// Tests that start processes go one after another, so that they do not slow each other down.
@Suite(.serialized) struct ProcessTests {}
